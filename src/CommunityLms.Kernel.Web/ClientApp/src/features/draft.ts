import { all, first, icon, make } from './dom.ts';
import { say } from './words.ts';

/** The name of a field, its value, and for a choice its words: a picker knows only the options the server sent. */
type Typed = [name: string, value: string, words?: string];

interface Draft {
  at: number;
  values: Typed[];
}

const keepDays = 14;
const pause = 400;
const person = document.documentElement.dataset.person ?? '';
const nameOf = (key: string) => `lms-draft:${person}:${key}`;

/** What a person typed: no file, no password, no hidden field (those are the server's). */
function read(form: HTMLFormElement): Typed[] {
  const typed = [...form.elements].filter((field): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
    (field instanceof HTMLInputElement && !['file', 'hidden', 'password', 'submit'].includes(field.type)) || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement);
  return typed.flatMap((field): Typed[] => {
    if (!field.name || field.closest('[data-draft="no"]')) return [];
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) return field.checked ? [[field.name, field.value]] : [];
    if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map((option): Typed => [field.name, option.value, option.text]);
    return [[field.name, field.value]];
  });
}

function choose(select: HTMLSelectElement, values: Typed[]): void {
  const mine = values.filter(([name]) => name === select.name);
  for (const [, value, words] of mine) {
    if (select.closest('.lms-picker') && ![...select.options].some((option) => option.value === value)) select.add(new Option(words, value));
  }
  for (const option of select.options) option.selected = mine.some(([, value]) => value === option.value);
}

function write(form: HTMLFormElement, values: Typed[]): void {
  const wanted = new Map<string, string[]>();
  for (const [name, value] of values) wanted.set(name, [...(wanted.get(name) ?? []), value]);
  for (const field of form.elements) {
    const of = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field : null;
    if (!of?.name || of.closest('[data-draft="no"]')) continue;
    const mine = wanted.get(of.name) ?? [];
    if (of instanceof HTMLInputElement && ['checkbox', 'radio'].includes(of.type)) of.checked = mine.includes(of.value);
    else if (of instanceof HTMLInputElement && ['file', 'hidden', 'password', 'submit'].includes(of.type)) continue;
    else if (of instanceof HTMLSelectElement) choose(of, values);
    else of.value = mine[0] ?? '';
    of.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function find(key: string): Draft | null {
  const draft = JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null') as Draft | null;
  if (draft && Date.now() - draft.at > keepDays * 86_400_000) localStorage.removeItem(nameOf(key));
  return draft;
}

/** Offers what was typed before and didn't arrive; nothing is overwritten unasked. */
function offer(form: HTMLFormElement, key: string, draft: Draft): void {
  const when = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const use = make('button', { type: 'button', class: 'btn btn-small' }, say('Use the draft'));
  const drop = make('button', { type: 'button', class: 'btn btn-quiet btn-small' }, say('Discard it'));
  const body = make('div', {}, make('p', {}, say('What you typed here on {0} was not sent and is kept.', when)), make('div', { class: 'lms-row' }, use, drop));
  const box = make('div', { class: 'lms-message lms-draft-offer', role: 'status' }, icon('device-floppy'), body);
  use.addEventListener('click', () => {
    write(form, draft.values);
    box.remove();
  });
  drop.addEventListener('click', () => {
    localStorage.removeItem(nameOf(key));
    box.remove();
  });
  form.prepend(box);
}

/** A draft is dropped only when the answer to its form arrived and the form isn't shown again. */
function forgetWhatArrived(): void {
  const sent = sessionStorage.getItem('lms-draft-sent');
  if (!sent || document.querySelector(`form[data-draft-key="${CSS.escape(sent)}"]`)) return;
  localStorage.removeItem(nameOf(sent));
  sessionStorage.removeItem('lms-draft-sent');
}

/** Keeps what is typed into a form with data-draft-key on this device until it has arrived. */
export function startDrafts(root: ParentNode): void {
  forgetWhatArrived();
  for (const form of all<HTMLFormElement>(root, 'form[data-draft-key]')) {
    if (!first(form, 'draft')) continue;
    const key = form.dataset.draftKey!;
    const note = form.querySelector('[data-draft-note]');
    const shown = JSON.stringify(read(form));
    const draft = find(key);
    const failed = form.querySelector('[data-error]') !== null;
    if (draft && !failed && JSON.stringify(draft.values) !== shown) offer(form, key, draft);

    let timer = 0;
    form.addEventListener('input', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        try {
          localStorage.setItem(nameOf(key), JSON.stringify({ at: Date.now(), values: read(form) } satisfies Draft));
          note?.replaceChildren(icon('device-floppy'), say('Draft kept'));
        } catch {
          note?.replaceChildren(say('The draft could not be kept on this device.'));
        }
      }, pause);
    });
    form.addEventListener('submit', () => {
      window.clearTimeout(timer);
      sessionStorage.setItem('lms-draft-sent', key);
    });
  }
}

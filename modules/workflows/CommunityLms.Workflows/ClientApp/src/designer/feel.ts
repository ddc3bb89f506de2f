import { make } from '@shell/dom.ts';
import { say } from '@shell/words.ts';

/** Functions of FEEL that are asked for most (DMN 1.5, clause 10.3.4); the server knows all of them. */
const functions = ['count(', 'sum(', 'min(', 'max(', 'mean(', 'not(', 'contains(', 'starts with(', 'ends with(', 'upper case(', 'string length(', 'substring(', 'string(', 'number(', 'date(', 'today()', 'now()', 'duration(',
  'list contains(', 'append(', 'distinct values(', 'all(', 'any(', 'if ', 'then ', 'else ', 'for ', 'return ', 'some ', 'every ', 'satisfies ', 'and ', 'or ', 'true', 'false', 'null'];
const pause = 400;
const word = /[\p{L}_][\p{L}\p{N}_]*$/u;

interface Judge {
  /** The variables a drawing has at hand. */
  names(): string[];
  /** What is wrong with an expression, in the reader's language; nothing where it can be read. */
  mistake(text: string): Promise<string | undefined>;
}

let judge: Judge = { names: () => [], mistake: () => Promise.resolve(undefined) };
let count = 0;

export function judgeBy(given: Judge): void {
  judge = given;
}

/** Completion (a list the arrows move in; a text area may not be called a combobox) and immediate checking for one expression. */
export function completes(area: HTMLTextAreaElement): void {
  const id = `lms-feel-${++count}`;
  const list = make('ul', { class: 'lms-picker-list', id, role: 'listbox', 'aria-label': say('Names and functions'), hidden: '' });
  const mistake = make('p', { class: 'lms-error-text', role: 'status' });
  let active = -1;
  let timer = 0;
  for (const [name, value] of Object.entries({ autocomplete: 'off', 'aria-haspopup': 'listbox', 'aria-controls': id, 'aria-autocomplete': 'list' })) area.setAttribute(name, value);
  window.queueMicrotask(() => area.after(list, mistake));

  const close = () => {
    list.hidden = true;
    active = -1;
    area.removeAttribute('aria-activedescendant');
  };

  const offer = () => {
    const begun = word.exec(area.value.slice(0, area.selectionStart))?.[0] ?? '';
    const found = begun ? [...judge.names(), ...functions].filter((name) => name.startsWith(begun) && name !== begun).slice(0, 8) : [];
    list.replaceChildren(...found.map((name, index) => make('li', { role: 'option', id: `${id}-${index}`, 'aria-selected': 'false' }, name)));
    list.hidden = found.length === 0;
    active = -1;
  };

  const take = (name: string) => {
    const at = area.selectionStart;
    const begun = word.exec(area.value.slice(0, at))?.[0] ?? '';
    area.setRangeText(name, at - begun.length, at, 'end');
    close();
    area.dispatchEvent(new Event('input'));
    close();
  };

  const move = (to: number) => {
    active = (to + list.children.length) % list.children.length;
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === active)));
    area.setAttribute('aria-activedescendant', `${id}-${active}`);
  };

  const check = async () => {
    const text = area.value.trim();
    const words = text === '' ? undefined : await judge.mistake(text);
    if (text !== area.value.trim()) return;
    mistake.textContent = words ?? '';
    area.toggleAttribute('aria-invalid', words !== undefined);
  };

  area.addEventListener('input', () => {
    offer();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void check(), pause);
  });
  area.addEventListener('blur', () => window.setTimeout(close, 150));
  area.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0) take(list.children[active]!.textContent);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const item = (event.target as Element).closest('[role="option"]');
    if (item) take(item.textContent);
  });
}

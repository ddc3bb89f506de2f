import { make } from '@shell/dom.ts';
import { say } from '@shell/words.ts';
import { completes } from './feel.ts';
import type { Named } from './types.ts';

/** One question of the panel. What is empty is taken out of the drawing. */
export interface Field {
  label: string;
  hint?: string;
  kind: 'text' | 'long' | 'expression' | 'choice' | 'several' | 'check';
  options?: Named[];
  value: string | undefined;
  change(value: string | undefined): void;
}

export interface Section {
  title: string;
  fields: Field[];
}

let count = 0;

/** A field as the panel shows it: label, hint, control. It changes the drawing when left, so that one edit is one step back. */
export function show(field: Field): HTMLElement {
  const id = `lms-property-${++count}`;
  const hint = field.hint ? make('p', { class: 'lms-hint', id: `${id}-hint` }, field.hint) : undefined;
  if (field.kind === 'check') return ticked(field, id, hint);
  const control = controlOf(field, id);
  if (hint) control.setAttribute('aria-describedby', hint.id);
  control.addEventListener('change', () => field.change(valueOf(control)));
  const box = make('div', { class: 'lms-property' }, make('label', { for: id }, field.label), ...(hint ? [hint] : []), control);
  if (field.kind === 'expression') completes(control as HTMLTextAreaElement);
  return box;
}

function ticked(field: Field, id: string, hint?: HTMLElement): HTMLElement {
  const box = make('input', { type: 'checkbox', class: 'form-check-input', id });
  box.checked = field.value === 'true';
  box.addEventListener('change', () => field.change(box.checked ? 'true' : undefined));
  return make('div', { class: 'lms-property' }, make('div', { class: 'form-check' }, box, make('label', { for: id }, field.label)), ...(hint ? [hint] : []));
}

function controlOf(field: Field, id: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (field.kind === 'choice' || field.kind === 'several') return choices(field, id);
  if (field.kind === 'text') {
    const input = make('input', { type: 'text', class: 'form-control', id });
    input.value = field.value ?? '';
    return input;
  }
  const area = make('textarea', { class: field.kind === 'expression' ? 'form-control lms-expression' : 'form-control', id, rows: '1', spellcheck: field.kind === 'expression' ? 'false' : 'true' });
  area.value = field.value ?? '';
  return area;
}

function choices(field: Field, id: string): HTMLSelectElement {
  const select = make('select', { class: 'form-select', id });
  const chosen = new Set((field.value ?? '').split(/[,，]/).map((part) => part.trim()).filter(Boolean));
  if (field.kind === 'several') select.multiple = true;
  else select.add(new Option(say('Nothing chosen'), ''));
  const known = new Set((field.options ?? []).map((option) => option.key));
  // What the drawing names and the institute lacks stays visible, so that it can be put right.
  const options = [...(field.options ?? []), ...[...chosen].filter((key) => !known.has(key)).map((key) => ({ key, name: key }))];
  for (const { key, name } of options) select.add(new Option(name, key, false, chosen.has(key)));
  return select;
}

function valueOf(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string | undefined {
  const value = control instanceof HTMLSelectElement ? [...control.selectedOptions].map((option) => option.value).join(', ') : control.value.trim();
  return value === '' ? undefined : value;
}

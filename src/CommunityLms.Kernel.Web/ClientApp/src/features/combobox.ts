import { all, first, icon, make } from './dom.ts';
import { say } from './words.ts';

interface Found {
  id: string;
  name: string;
  hint?: string;
}

const pause = 200;
let count = 0;

/** One picker: the select stays and carries the value; the text field becomes a combobox with a list (WAI-ARIA pattern). */
class Combobox {
  private readonly list: HTMLUListElement;
  private found: Found[] = [];
  private active = -1;
  private timer = 0;
  private asked = 0;

  constructor(private readonly box: HTMLElement, private readonly select: HTMLSelectElement, private readonly input: HTMLInputElement) {
    const id = `lms-picker-${++count}`;
    this.list = make('ul', { class: 'lms-picker-list', id, role: 'listbox', 'aria-label': say('Found'), hidden: '' });
    for (const [name, value] of Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
    box.append(this.list);
    this.takeOver();
    input.addEventListener('input', () => this.ask());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('focus', () => input.select());
    input.addEventListener('blur', () => window.setTimeout(() => this.leave(), 150));
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const item = (event.target as Element).closest<HTMLElement>('[role="option"]');
      if (item) this.choose(Number(item.dataset.index));
    });
    select.addEventListener('change', () => this.showChosen());
  }

  /** The label now names the text field, and the parts needed only without a script go. */
  private takeOver(): void {
    const id = this.select.id;
    this.select.id = `${id}-value`;
    this.select.hidden = true;
    this.input.id = id;
    this.input.removeAttribute('name');
    this.input.hidden = false;
    this.input.removeAttribute('aria-label');
    const described = this.select.getAttribute('aria-describedby');
    if (described) this.input.setAttribute('aria-describedby', described);
    for (const part of this.box.querySelectorAll<HTMLElement>('[data-no-script]')) part.remove();
    this.showChosen();
  }

  private showChosen(): void {
    if (this.select.multiple) return this.showPicked();
    const chosen = this.select.selectedOptions[0];
    this.input.value = chosen?.value ? chosen.text : '';
  }

  private showPicked(): void {
    this.box.querySelector('.lms-picked')?.remove();
    const items = [...this.select.selectedOptions].map((option) => {
      const remove = make('button', { type: 'button', 'aria-label': say('Remove {0}', option.text) }, icon('x'));
      remove.addEventListener('click', () => {
        option.selected = false;
        this.changed();
        this.input.focus();
      });
      return make('li', {}, option.text, remove);
    });
    if (items.length > 0) this.box.append(make('ul', { class: 'lms-picked' }, ...items));
  }

  private ask(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), pause);
  }

  private async search(): Promise<void> {
    const words = this.input.value.trim();
    if (!words && !this.select.multiple) this.select.value = '';
    if (!words) return this.close();
    const mine = ++this.asked;
    const url = new URL(this.box.dataset.searchUrl!, location.href);
    url.searchParams.set('q', words);
    try {
      const answer = await fetch(url, { headers: { Accept: 'application/json' } });
      const found = answer.ok ? ((await answer.json()) as Found[]) : [];
      if (mine === this.asked) this.show(found);
    } catch {
      this.note(say('That did not arrive. Check the connection and try again.'));
    }
  }

  private show(found: Found[]): void {
    this.found = found;
    if (found.length === 0) return this.note(say('Nobody and nothing of that name.'));
    this.list.replaceChildren(...found.map((item, index) => {
      const option = make('li', { role: 'option', id: `${this.list.id}-${index}`, 'data-index': String(index), 'aria-selected': 'false' }, item.name);
      if (item.hint) option.append(make('small', {}, item.hint));
      return option;
    }));
    this.open();
    this.move(0);
  }

  private note(text: string): void {
    this.found = [];
    this.active = -1;
    this.list.replaceChildren(make('li', { class: 'lms-picker-note', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, text));
    this.open();
  }

  private open(): void {
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private leave(): void {
    this.close();
    if (this.select.multiple) this.input.value = '';
    else this.showChosen();
  }

  private move(to: number): void {
    if (this.found.length === 0) return;
    this.active = (to + this.found.length) % this.found.length;
    [...this.list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === this.active));
      if (index === this.active) item.scrollIntoView({ block: 'nearest' });
    });
    this.input.setAttribute('aria-activedescendant', `${this.list.id}-${this.active}`);
  }

  private key(event: KeyboardEvent): void {
    const shown = !this.list.hidden;
    if (event.key === 'ArrowDown') shown ? this.move(this.active + 1) : void this.search();
    else if (event.key === 'ArrowUp' && shown) this.move(this.active - 1);
    else if (event.key === 'Enter' && shown && this.active >= 0) this.choose(this.active);
    else if (event.key === 'Escape' && shown) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private choose(index: number): void {
    const item = this.found[index];
    if (!item) return;
    let option = [...this.select.options].find((known) => known.value === item.id);
    if (!option) {
      option = new Option(item.name, item.id);
      this.select.add(option);
    }
    option.selected = true;
    this.close();
    if (this.select.multiple) this.input.value = '';
    this.changed();
  }

  private changed(): void {
    this.showChosen();
    this.select.dispatchEvent(new Event('input', { bubbles: true }));
    this.select.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Turns every picker (a text field beside a select) of a fragment into a combobox that asks data-search-url. */
export function startCombobox(root: ParentNode): void {
  for (const box of all(root, '.lms-picker[data-search-url]')) {
    const select = box.querySelector('select');
    const input = box.querySelector<HTMLInputElement>('input[type="text"], input[type="search"]');
    if (select && input && first(box, 'picker')) new Combobox(box, select, input);
  }
}

import { icon, make } from '@shell/dom.ts';
import { say } from '@shell/words.ts';
import type { Problem, Services } from './types.ts';

/** What is wrong with the drawing, as the server finds it, in a list and as marks on the elements. */
export class Problems {
  private marked: string[] = [];

  constructor(private readonly list: HTMLElement, private readonly count: HTMLElement, private readonly services: Services, private readonly open: () => void) {}

  show(problems: Problem[]): void {
    for (const id of this.marked) for (const marker of ['lms-error', 'lms-warning']) if (this.services.elementRegistry.get(id)) this.services.canvas.removeMarker(id, marker);
    this.marked = [...new Set(problems.map((problem) => problem.element))].filter((id) => this.services.elementRegistry.get(id));
    for (const id of this.marked) this.services.canvas.addMarker(id, problems.some((problem) => problem.element === id && problem.isError) ? 'lms-error' : 'lms-warning');
    this.count.textContent = problems.length === 0 ? '' : String(problems.length);
    this.count.hidden = problems.length === 0;
    this.list.replaceChildren(...(problems.length === 0 ? [make('li', { class: 'lms-small' }, say('Nothing is missing. It can be published.'))] : problems.map((problem) => this.line(problem))));
  }

  private line(problem: Problem): HTMLElement {
    const shape = this.services.elementRegistry.get(problem.element);
    const words = [icon(problem.isError ? 'alert-circle' : 'alert-triangle'), make('span', {}, make('span', { class: 'visually-hidden' }, problem.isError ? say('Error: ') : say('Remark: ')), problem.text)];
    if (!shape) return make('li', { class: 'lms-problem', 'data-state': problem.isError ? 'late' : 'waiting' }, ...words);
    const button = make('button', { type: 'button', class: 'lms-outline-step' }, ...words);
    button.addEventListener('click', () => {
      this.services.selection.select(shape);
      this.services.canvas.scrollToElement(shape.id);
      this.open();
    });
    return make('li', { class: 'lms-problem', 'data-state': problem.isError ? 'late' : 'waiting' }, button);
  }
}

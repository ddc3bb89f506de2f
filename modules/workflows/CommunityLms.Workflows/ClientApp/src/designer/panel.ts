import { make } from '@shell/dom.ts';
import { say } from '@shell/words.ts';
import { show } from './fields.ts';
import { kindOf } from './kinds.ts';
import type { Properties } from './properties.ts';
import type { Services, Shape } from './types.ts';

/** Shows what can be said about the selected element; the workflow itself where nothing is selected. */
export class Panel {
  private shown = '';

  constructor(private readonly box: HTMLElement, private readonly services: Services, private readonly properties: Properties) {
    services.eventBus.on('selection.changed', () => this.refresh());
    services.eventBus.on(['commandStack.changed', 'import.done'], () => this.refresh(true));
  }

  private refresh(changed = false): void {
    const shape = this.subject();
    // The field somebody stands in isn't replaced under their hands by their own change.
    if (changed && shape.id === this.shown && this.box.contains(document.activeElement) && !(document.activeElement instanceof HTMLSelectElement) && !(document.activeElement as HTMLInputElement).type?.startsWith('check')) return;
    const focused = shape.id === this.shown ? document.activeElement?.id : undefined;
    this.shown = shape.id;
    const sections = this.properties.of(shape).map((section) => make('fieldset', { class: 'lms-properties' }, make('legend', {}, section.title), ...section.fields.map(show)));
    this.box.replaceChildren(make('p', { class: 'lms-small' }, kindOf(shape.type)), ...sections);
    if (focused) document.getElementById(focused)?.focus();
  }

  private subject(): Shape {
    const [selected] = this.services.selection.get();
    const shape = selected ?? this.services.canvas.getRootElement();
    return shape.labelTarget ?? shape;
  }
}

/** The list of steps beside the drawing, for the keyboard and for who reads rather than looks. */
export class Outline {
  constructor(private readonly list: HTMLElement, private readonly services: Services, private readonly open: () => void) {
    services.eventBus.on(['commandStack.changed', 'import.done', 'selection.changed'], () => this.refresh());
  }

  private refresh(): void {
    const chosen = this.services.selection.get()[0]?.id;
    const steps = this.services.elementRegistry.filter((shape) => !shape.labelTarget && shape.businessObject.$instanceOf?.('bpmn:FlowNode'));
    this.list.replaceChildren(...steps.map((shape) => {
      const next = ((shape.businessObject.get('outgoing') as { targetRef?: { name?: string; $type: string } }[]) ?? []).map((flow) => flow.targetRef?.name ?? (flow.targetRef ? kindOf(flow.targetRef.$type) : ''));
      const button = make('button', { type: 'button', class: 'lms-outline-step', 'aria-pressed': String(shape.id === chosen), 'data-element': shape.id },
        make('span', {}, shape.businessObject.name ?? kindOf(shape.type)), make('small', {}, next.length > 0 ? say('{0}, then: {1}', kindOf(shape.type), next.join('; ')) : kindOf(shape.type)));
      button.addEventListener('click', () => {
        this.services.selection.select(shape);
        this.services.canvas.scrollToElement(shape.id);
        this.open();
      });
      return make('li', {}, button);
    }));
    if (chosen && this.list.contains(document.activeElement)) this.list.querySelector<HTMLElement>(`[data-element="${CSS.escape(chosen)}"]`)?.focus();
  }
}

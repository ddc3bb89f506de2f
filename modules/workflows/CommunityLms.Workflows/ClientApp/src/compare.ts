import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './styles/viewer.css';
import { make } from '@shell/dom.ts';
import { say } from '@shell/words.ts';
import { diff } from 'bpmn-js-differ';
import { kindOf } from './designer/kinds.ts';
import { open, type Shown } from './viewing.ts';

interface Compared {
  before: string;
  after: string;
}

const part = (name: string) => document.querySelector<HTMLElement>(`.lms-comparison [data-part="${name}"]`)!;

/** Two versions one above the other, what differs marked in both and listed in words. */
async function start(): Promise<void> {
  const { before, after } = JSON.parse(document.getElementById('compared')!.textContent) as Compared;
  const [old, fresh] = [await open(part('before'), before), await open(part('after'), after)];
  const found = diff(old.getDefinitions(), fresh.getDefinitions());
  const lines: HTMLElement[] = [];
  const list = (elements: Record<string, { name?: string; $type: string }>, words: string, viewers: Shown[], mark: string) => {
    for (const [id, element] of Object.entries(elements)) {
      for (const viewer of viewers) viewer.mark(id, mark);
      if (element.$type !== 'bpmn:SequenceFlow' || mark === 'changed') lines.push(make('li', {}, make('div', { class: 'lms-due-what' }, element.name ?? kindOf(element.$type), make('small', {}, words))));
    }
  };
  list(found._added, say('Added'), [fresh], 'added');
  list(found._removed, say('Taken away'), [old], 'removed');
  list(Object.fromEntries(Object.entries(found._changed).map(([id, change]) => [id, change.model])), say('Changed'), [old, fresh], 'changed');
  part('differences').replaceChildren(...(lines.length > 0 ? lines : [make('li', {}, say('Nothing that happens is different; only the picture may be.'))]));
}

if (document.getElementById('compared')) void start();

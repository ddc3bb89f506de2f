import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './styles/viewer.css';
import { open } from './viewing.ts';

/** A case on its drawing: each step that is done, here, waiting or failed bears its mark. */
async function show(box: HTMLElement): Promise<void> {
  const { xml, marks } = JSON.parse(box.querySelector('script')!.textContent) as { xml: string; marks: Record<string, string> };
  const shown = await open(box, xml);
  for (const [id, mark] of Object.entries(marks)) shown.mark(id, mark);
  box.dataset.ready = 'true';
}

for (const box of document.querySelectorAll<HTMLElement>('.lms-drawing[data-label]')) void show(box);

import '@bpmn-io/form-js/dist/assets/form-js.css';
import '@bpmn-io/form-js/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js/dist/assets/properties-panel.css';
import './styles/form-editor.css';
import { FormEditor } from '@bpmn-io/form-js';
import { StyleModule } from 'style-mod';
import { translate } from './form-editor/words.ts';

const pause = 300;

/** The field for expressions brings its looks as style elements, which the content security policy forbids; as sheets made here they are allowed. */
StyleModule.mount = (_root, modules) => {
  for (const module of [modules].flat()) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(module.getRules());
    if (!adopted.has(module)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    adopted.add(module);
  }
};
const adopted = new Set<StyleModule>();

/** The editor takes the place of the text field and writes into it what it draws; the page's own form saves it. */
async function start(place: HTMLElement): Promise<void> {
  const source = document.querySelector<HTMLTextAreaElement>(place.dataset.source!)!;
  const editor = new FormEditor({ container: place, exporter: { name: 'CommunityLms', version: '1' } });
  translate(place);
  await editor.importSchema(JSON.parse(source.value) as object);
  place.hidden = false;
  document.querySelector<HTMLElement>('[data-form-source]')!.hidden = true;

  let timer = 0;
  const write = () => {
    const schema = JSON.stringify(editor.getSchema());
    if (schema === source.value) return;
    source.value = schema;
    source.dispatchEvent(new Event('input', { bubbles: true }));
  };
  editor.on('commandStack.changed', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(write, pause);
  });
  source.form!.addEventListener('submit', write, { capture: true });
  place.dataset.ready = 'true';
}

const place = document.getElementById('form-editor');
// What can't be opened stays as the text it is.
if (place) start(place).catch(() => (place.hidden = true));

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import './styles/designer.css';
import { toast } from '@shell/toasts.ts';
import { say } from '@shell/words.ts';
import { Drawing } from './designer/drawing.ts';
import { judgeBy } from './designer/feel.ts';
import { Outline, Panel } from './designer/panel.ts';
import { Problems } from './designer/problems.ts';
import { Properties } from './designer/properties.ts';
import { variables } from './designer/reading.ts';
import { Refused, Server } from './designer/server.ts';
import { showTab, startTabs } from './designer/tabs.ts';
import type { DesignerData } from './designer/types.ts';
import { Writing } from './designer/writing.ts';

const pause = 800;

async function start(root: HTMLElement): Promise<void> {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const data = JSON.parse(document.getElementById('designer-data')!.textContent) as DesignerData;
  const server = new Server();
  const drawing = await Drawing.open(part('canvas'), data);
  const services = drawing.services;
  startTabs(root);
  judgeBy({ names: () => variables(services), mistake: (text) => server.mistake(text) });
  new Panel(part('properties'), services, new Properties(new Writing(services), data));
  new Outline(part('outline'), services, () => showTab(root, 'properties'));
  const problems = new Problems(part('problems'), part('problem-count'), services, () => showTab(root, 'properties'));
  services.selection.select(null);

  let version = data.version;
  let saved = await drawing.xml();
  let timer = 0;
  const state = part('state');

  const save = async (): Promise<boolean> => {
    const xml = await drawing.xml();
    try {
      if (xml !== saved) {
        state.textContent = say('Saving');
        version = await server.save(data.id, data.name, xml, version);
        saved = xml;
      }
      state.textContent = say('All is saved');
      problems.show(await server.check(data.id, xml));
      return true;
    } catch (fault) {
      state.textContent = say('Not saved');
      toast(fault instanceof Refused ? fault.message : say('That did not arrive. Check the connection and try again.'));
      return false;
    }
  };

  services.eventBus.on('commandStack.changed', () => {
    state.textContent = say('Changed');
    for (const [name, can] of [['undo', services.commandStack.canUndo()], ['redo', services.commandStack.canRedo()]] as const) part(name).toggleAttribute('disabled', !can);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), pause);
  });
  part('undo').addEventListener('click', () => services.commandStack.undo());
  part('redo').addEventListener('click', () => services.commandStack.redo());
  part('fit').addEventListener('click', () => drawing.fit());
  // What is published or downloaded is what stands here, so it is saved first.
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-save-first]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      window.clearTimeout(timer);
      void save().then((done) => done && form.submit());
    });
  window.addEventListener('beforeunload', (event) => {
    if (state.textContent === say('Changed') || state.textContent === say('Not saved')) event.preventDefault();
  });
  problems.show(await server.check(data.id, saved));
  root.dataset.ready = 'true';
}

const root = document.getElementById('designer');
if (root) void start(root);

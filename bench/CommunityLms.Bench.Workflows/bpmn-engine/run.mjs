// node run.mjs <file> <seconds>: how many cases of the drawing bpmn-engine carries through a second, each task answered as soon as it waits.
// Prints two figures: the drawing read once for all cases, and read anew for each.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { Engine } from 'bpmn-engine';
import BpmnModdle from 'bpmn-moddle';

const [file, seconds] = process.argv.slice(2);
const source = readFileSync(file, 'utf8');
const moddle = () => new BpmnModdle().fromXML(source);

const carryThrough = (options) =>
  new Promise((done, failed) => {
    const listener = new EventEmitter();
    listener.on('activity.wait', (activity) => activity.signal());
    new Engine({ name: 'bench', ...options }).execute({ listener }, (error) => (error ? failed(error) : done()));
  });

async function rate(options) {
  const started = process.hrtime.bigint();
  const elapsed = () => Number(process.hrtime.bigint() - started) / 1e9;
  let cases = 0;
  for (; elapsed() < seconds; cases++) await carryThrough(await options());
  return cases / elapsed();
}

const readOnce = await moddle();
await carryThrough({ moddleContext: readOnce });
console.log(await rate(() => ({ moddleContext: readOnce })), await rate(() => ({ source })));

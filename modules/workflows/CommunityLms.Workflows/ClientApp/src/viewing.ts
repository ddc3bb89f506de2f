import { layoutProcess } from 'bpmn-auto-layout';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { lmsExtension } from './designer/drawings.ts';

interface Canvas {
  zoom(to: 'fit-viewport', center: 'auto'): number;
  addMarker(id: string, marker: string): void;
}

/** A drawing that can be looked at. */
export interface Shown {
  mark(id: string, mark: string): void;
  getDefinitions(): object;
}

/** Shows a drawing in a box, as a picture with the label of the box. */
export async function open(box: HTMLElement, xml: string): Promise<Shown> {
  const container = document.createElement('div');
  container.className = 'lms-drawing-canvas';
  box.append(container);
  const viewer = new NavigatedViewer({ container, moddleExtensions: { lms: lmsExtension } });
  await viewer.importXML(/<(?:\w+:)?BPMNShape\b/.test(xml) ? xml : await layoutProcess(xml));
  const canvas = viewer.get('canvas') as Canvas;
  const known = viewer.get('elementRegistry') as { get(id: string): unknown };
  canvas.zoom('fit-viewport', 'auto');
  const picture = container.querySelector('svg');
  picture?.setAttribute('role', 'img');
  picture?.setAttribute('aria-label', box.dataset.label ?? '');
  return {
    mark: (id, mark) => {
      if (known.get(id)) canvas.addMarker(id, `lms-mark-${mark}`);
    },
    getDefinitions: () => viewer.getDefinitions() as object,
  };
}

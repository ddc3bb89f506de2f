import { say } from '@shell/words.ts';
import { layoutProcess } from 'bpmn-auto-layout';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import Modeler from 'bpmn-js/lib/Modeler';
import { lmsExtension } from './drawings.ts';
import { fewElements } from './palette.ts';
import type { DesignerData, Services } from './types.ts';

/** Pixels the palette takes, and that stay free at the edges. */
const palette = 130;
const edge = 20;

/** bpmn-js with few elements and our attributes, in the reader's language. */
export class Drawing {
  private readonly modeler: { importXML(xml: string): Promise<unknown>; saveXML(options: { format: boolean }): Promise<{ xml?: string }>; get(name: string): unknown };

  private constructor(container: HTMLElement, data: DesignerData, translations: Record<string, string>) {
    const translate = { translate: ['value', (text: string, values: Record<string, string> = {}) => (translations[text] ?? text).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `{${name}}`)] };
    this.modeler = new Modeler({ container, moddleExtensions: { lms: lmsExtension }, additionalModules: [CreateAppendAnythingModule, fewElements(data.activities), translate] });
  }

  static async open(container: HTMLElement, data: DesignerData): Promise<Drawing> {
    const translations = document.documentElement.lang.startsWith('zh') ? (await import('bpmn-js-i18n/translations/zn.js')).default : {};
    const drawing = new Drawing(container, data, translations);
    const xml = /<(?:\w+:)?BPMNShape\b/.test(data.xml) ? data.xml : await layoutProcess(data.xml);
    await drawing.modeler.importXML(xml);
    drawing.fit();
    container.querySelector('svg')?.setAttribute('aria-label', say('The drawing. The list of steps beside it says the same in words.'));
    return drawing;
  }

  /** Shows all of it beside the palette, not below it. */
  fit(): void {
    const { canvas } = this.services;
    canvas.zoom('fit-viewport', 'auto');
    const { inner, outer } = canvas.viewbox();
    const scale = Math.min((outer.width - palette - edge) / inner.width, (outer.height - edge) / inner.height, 1);
    canvas.viewbox({ x: inner.x - palette / scale, y: inner.y - (outer.height / scale - inner.height) / 2, width: outer.width / scale, height: outer.height / scale });
  }

  /** bpmn-js's services by name. */
  readonly services = new Proxy({} as Services, { get: (_, name: string) => this.modeler.get(name) });

  async xml(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml ?? '';
  }
}

declare module '@bpmn-io/form-js' {
  export class FormEditor {
    constructor(options: { container: HTMLElement; exporter: { name: string; version: string } });
    importSchema(schema: object): Promise<unknown>;
    getSchema(): object;
    on(event: string, listener: () => void): void;
  }
}

declare module 'style-mod' {
  export class StyleModule {
    getRules(): string;
    static mount: (root: Document | ShadowRoot, modules: StyleModule | readonly StyleModule[], options?: object) => void;
  }
}

declare module 'bpmn-auto-layout' {
  /** Gives a drawing without a picture one. */
  export function layoutProcess(xml: string): Promise<string>;
}

declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: Record<string, unknown>;
}

declare module 'bpmn-js-i18n/translations/zn.js' {
  const translations: Record<string, string>;
  export default translations;
}

declare module 'bpmn-js-differ' {
  interface Element {
    name?: string;
    $type: string;
  }

  export function diff(before: object, after: object): { _added: Record<string, Element>; _removed: Record<string, Element>; _changed: Record<string, { model: Element }>; _layoutChanged: Record<string, Element> };
}

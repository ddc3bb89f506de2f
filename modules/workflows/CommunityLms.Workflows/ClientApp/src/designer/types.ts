/** What of bpmn-js the designer uses. Its own types say `any` for every service. */
export interface BusinessObject {
  id: string;
  name?: string;
  $type: string;
  $parent?: BusinessObject;
  $instanceOf(type: string): boolean;
  get(name: string): unknown;
  [property: string]: unknown;
}

export interface Shape {
  id: string;
  type: string;
  businessObject: BusinessObject;
  parent?: Shape;
  labelTarget?: Shape;
  waypoints?: unknown[];
  source?: Shape;
  target?: Shape;
}

export interface Modeling {
  updateProperties(shape: Shape, properties: Record<string, unknown>): void;
  updateModdleProperties(shape: Shape, target: BusinessObject, properties: Record<string, unknown>): void;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Services {
  canvas: { viewbox(): { inner: Box; outer: Box }; viewbox(box: Box): void; zoom(to: 'fit-viewport' | number, center?: 'auto'): number; getRootElement(): Shape; addMarker(id: string, marker: string): void; removeMarker(id: string, marker: string): void; scrollToElement(id: string): void; focus(): void };
  elementRegistry: { get(id: string): Shape | undefined; filter(which: (shape: Shape) => boolean): Shape[] };
  selection: { select(shape: Shape | null): void; get(): Shape[] };
  modeling: Modeling;
  bpmnFactory: { create(type: string, properties?: Record<string, unknown>): BusinessObject };
  bpmnReplace: { replaceElement(shape: Shape, target: { type: string }): Shape };
  commandStack: { undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };
  eventBus: { on(events: string | string[], heard: (event: { newSelection?: Shape[]; element?: Shape }) => void): void };
  [name: string]: unknown;
}

export interface Problem {
  element: string;
  isError: boolean;
  text: string;
}

export interface Named {
  key: string;
  name: string;
}

export interface ActivityOffer extends Named {
  module: string;
  inputs: (Named & { required: boolean })[];
  outputs: Named[];
}

/** What the page hands over as JSON: the drawing and what the institute has to draw with. */
export interface DesignerData {
  id: string;
  xml: string;
  name: string;
  version: string;
  activities: ActivityOffer[];
  roles: Named[];
  forms: Named[];
  workflows: Named[];
}

import type { BusinessObject, Services, Shape } from './types.ts';

/** Changes to the drawing that bpmn-js has no single command for. Each is one step to undo. */
export class Writing {
  constructor(private readonly services: Services) {}

  property(shape: Shape, name: string, value: string | undefined): void {
    this.services.modeling.updateProperties(shape, { [name]: value });
  }

  /** A property of something below the step, such as a timer or a loop. */
  below(shape: Shape, target: BusinessObject, name: string, value: unknown): void {
    this.services.modeling.updateModdleProperties(shape, target, { [name]: value });
  }

  /** A formal expression of something below the step; without text it goes. */
  expression(shape: Shape, target: BusinessObject, name: string, text: string | undefined): void {
    const made = text === undefined ? undefined : this.create('bpmn:FormalExpression', { body: text }, target);
    this.below(shape, target, name, made);
  }

  loop(shape: Shape, kind: string): void {
    const made = kind === '' ? undefined
      : kind === 'standard' ? this.create('bpmn:StandardLoopCharacteristics', {}, shape.businessObject)
        : this.create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: kind === 'inOrder' }, shape.businessObject);
    this.services.modeling.updateProperties(shape, { loopCharacteristics: made });
  }

  /** Sets, adds or takes away the mapping to a name. */
  mapping(shape: Shape, type: 'lms:Input' | 'lms:Output', target: string, source: string | undefined): void {
    const step = shape.businessObject;
    const extensions = (step.get('extensionElements') as BusinessObject | undefined) ?? this.create('bpmn:ExtensionElements', { values: [] }, step);
    const others = ((extensions.values as BusinessObject[] | undefined) ?? []).filter((value) => value.$type !== type || value.get('target') !== target);
    const values = source === undefined ? others : [...others, this.create(type, { target, source }, extensions)];
    if (step.get('extensionElements')) this.below(shape, extensions, 'values', values);
    else {
      extensions.values = values;
      this.services.modeling.updateProperties(shape, { extensionElements: extensions });
    }
  }

  /** A message or error of this name at the root of the file, shared by whoever names it. */
  root(shape: Shape, definition: BusinessObject, reference: 'messageRef' | 'errorRef', type: 'bpmn:Message' | 'bpmn:Error', name: string | undefined): void {
    if (name === undefined) return this.below(shape, definition, reference, undefined);
    const file = this.file();
    const roots = file.get('rootElements') as BusinessObject[];
    let found = roots.find((root) => root.$type === type && (type === 'bpmn:Error' ? root.errorCode : root.name) === name);
    if (!found) {
      found = this.create(type, type === 'bpmn:Error' ? { name, errorCode: name } : { name }, file);
      this.below(shape, file, 'rootElements', [...roots, found]);
    }
    this.below(shape, definition, reference, found);
  }

  private file(): BusinessObject {
    let at = this.services.canvas.getRootElement().businessObject;
    while (at.$parent) at = at.$parent;
    return at;
  }

  private create(type: string, properties: Record<string, unknown>, parent: BusinessObject): BusinessObject {
    const made = this.services.bpmnFactory.create(type, properties);
    made.$parent = parent;
    return made;
  }
}

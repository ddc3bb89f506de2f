import type { BusinessObject, Services, Shape } from './types.ts';

/** What the definitions of an event say, if it has one of this type. */
export function trigger(of: BusinessObject, type: string): BusinessObject | undefined {
  return ((of.get('eventDefinitions') as BusinessObject[] | undefined) ?? []).find((definition) => definition.$type === type);
}

/** The body of a formal expression kept under a name. */
export function body(of: BusinessObject, name: string): string | undefined {
  return (of.get(name) as BusinessObject | undefined)?.body as string | undefined;
}

/** The `lms:input` or `lms:output` entries of an activity. */
export function mappings(of: BusinessObject, type: 'lms:Input' | 'lms:Output'): BusinessObject[] {
  const extensions = of.get('extensionElements') as BusinessObject | undefined;
  return ((extensions?.values as BusinessObject[] | undefined) ?? []).filter((value) => value.$type === type);
}

/** The names a drawing gives to what its cases know, with those every case has. */
export function variables(services: Services): string[] {
  const names = new Set(['starter', 'starterName', 'unit']);
  for (const { businessObject: step } of services.elementRegistry.filter((shape) => !shape.labelTarget)) {
    for (const asked of String(step.get('lms:asks') ?? '').split(/[,，]/)) names.add(asked.trim().replace(/\*$/, ''));
    names.add(String(step.get('lms:result') ?? ''));
    const loop = step.get('loopCharacteristics') as BusinessObject | undefined;
    for (const name of ['item', 'results']) names.add(String(loop?.get(`lms:${name}`) ?? ''));
    for (const entry of mappings(step, 'lms:Output')) names.add(String(entry.get('target') ?? ''));
  }
  names.delete('');
  return [...names].sort((one, other) => one.localeCompare(other));
}

/** What a step is called: its name, or what kind of step it is. */
export function called(shape: Shape, kinds: (type: string) => string): string {
  return shape.businessObject.name?.trim() || kinds(shape.type);
}

import { say } from '@shell/words.ts';
import type { Field, Section } from './fields.ts';
import { body, mappings, trigger } from './reading.ts';
import type { BusinessObject, DesignerData, Shape } from './types.ts';
import type { Writing } from './writing.ts';

/** What an administrator can say about an element, in the order of the questions they ask themselves. */
export class Properties {
  constructor(private readonly write: Writing, private readonly data: DesignerData) {}

  of(shape: Shape): Section[] {
    const step = shape.businessObject;
    const is = (type: string) => step.$instanceOf(type);
    const sections = [
      this.general(shape),
      is('bpmn:Process') && this.requests(shape),
      is('bpmn:UserTask') && this.who(shape),
      is('bpmn:UserTask') && this.what(shape),
      is('bpmn:UserTask') && this.when(shape),
      is('bpmn:ServiceTask') && this.activity(shape),
      is('bpmn:ScriptTask') && this.section(say('What is computed'), this.own(shape, 'script', say('Expression'), 'expression'), this.own(shape, 'lms:result', say('Kept as'), 'text', say('The name under which the result can be used.'))),
      is('bpmn:CallActivity') && this.section(say('Which workflow'), this.own(shape, 'calledElement', say('Workflow'), 'choice', undefined, this.data.workflows)),
      is('bpmn:SequenceFlow') && this.way(shape),
      is('bpmn:Event') && this.event(shape),
      (is('bpmn:ReceiveTask') || is('bpmn:SendTask')) && this.message(shape, step),
      is('bpmn:Activity') && this.repetition(shape),
    ];
    return sections.filter((section): section is Section => section !== false && section !== undefined && section.fields.length > 0);
  }

  private section(title: string, ...fields: Field[]): Section {
    return { title, fields };
  }

  private own(shape: Shape, name: string, label: string, kind: Field['kind'], hint?: string, options?: Field['options']): Field {
    return { label, kind, hint, options, value: shape.businessObject.get(name) as string | undefined, change: (value) => this.write.property(shape, name, value) };
  }

  private general(shape: Shape): Section {
    const documentation = (shape.businessObject.get('documentation') as BusinessObject[] | undefined)?.[0];
    return this.section(say('Name'), this.own(shape, 'name', say('What it is called'), 'long', shape.type === 'bpmn:UserTask' ? say('Begin with a verb: people read it in their list of tasks.') : undefined),
      ...(documentation ? [{ label: say('Remark'), kind: 'long', value: documentation.text as string, change: (value) => this.write.below(shape, documentation, 'text', value ?? '') } satisfies Field] : []));
  }

  private requests(shape: Shape): Section {
    const anyone = { key: 'anyone', name: say('Everybody in the institute') };
    return this.section(say('Who may ask for it'), this.own(shape, 'lms:requestedBy', say('Who'), 'several', say('Nobody chosen: only modules and messages begin it.'), [anyone, ...this.data.roles]),
      this.own(shape, 'lms:title', say('Title of a case'), 'expression', say('For example: "Transfer of " + starterName')), this.own(shape, 'lms:form', say('Form'), 'choice', undefined, this.data.forms));
  }

  private who(shape: Shape): Section {
    return this.section(say('Who does it'),
      this.own(shape, 'lms:role', say('Whoever holds one of these roles'), 'several', say('One of them takes it.'), this.data.roles),
      this.own(shape, 'lms:unit', say('On which unit'), 'expression', say('Empty: where the case takes place.')),
      this.own(shape, 'lms:person', say('Or a person of the case'), 'expression', say('For example: starter')),
      this.own(shape, 'lms:doerOf', say('Or whoever did this task'), 'choice', undefined, this.earlier(shape)));
  }

  private what(shape: Shape): Section {
    return this.section(say('What they decide'),
      this.own(shape, 'lms:form', say('Form'), 'choice', undefined, this.data.forms),
      this.own(shape, 'lms:asks', say('Answers'), 'text', say('Without a form: names separated by commas; an asterisk marks those that may stay empty.')),
      this.own(shape, 'lms:seal', say('Seal of'), 'expression', say('The unit whose seal is given by doing it.')),
      this.own(shape, 'lms:sendBack', say('May be sent back'), 'check'), this.own(shape, 'lms:addApprover', say('Somebody may be added'), 'check'), 
      this.own(shape, 'lms:bulk', say('Answers when approved together with others'), 'expression', say('For example: {agreed: true}. Write true where nothing is asked; empty: each is opened by itself.')));
  }

  private when(shape: Shape): Section {
    const days = say('Working days of the institute’s calendar.');
    return this.section(say('By when'), this.own(shape, 'lms:due', say('Due after'), 'expression', days), this.own(shape, 'lms:remind', say('Reminder after'), 'expression', days),
      this.own(shape, 'lms:escalate', say('Told to others after'), 'expression', days), this.own(shape, 'lms:escalateTo', say('Who is told'), 'choice', undefined, this.data.roles));
  }

  private activity(shape: Shape): Section {
    const step = shape.businessObject;
    const offer = this.data.activities.find((known) => known.key === step.get('lms:activity'));
    const sources = new Map(mappings(step, 'lms:Input').map((entry) => [String(entry.get('target')), entry.get('source') as string]));
    return this.section(say('What is done'), this.own(shape, 'lms:activity', say('Activity'), 'choice', undefined, this.data.activities),
      ...(offer?.inputs ?? []).map((input): Field => ({
        label: input.name, hint: input.required ? undefined : say('May stay empty.'), kind: 'expression', value: sources.get(input.key),
        change: (value) => this.write.mapping(shape, 'lms:Input', input.key, value),
      })));
  }

  private way(shape: Shape): Section | undefined {
    const from = shape.source?.businessObject;
    if (!from?.$instanceOf('bpmn:ExclusiveGateway')) return undefined;
    const flow = shape.businessObject;
    const usual = from.get('default') === flow;
    const otherwise: Field = { label: say('When no other way fits'), kind: 'check', value: String(usual), change: (value) => this.write.below(shape.source!, from, 'default', value === 'true' ? flow : undefined) };
    const condition: Field = { label: say('Condition'), kind: 'expression', hint: say('For example: agreed = true'), value: body(flow, 'conditionExpression'), change: (value) => this.write.expression(shape, flow, 'conditionExpression', value) };
    return this.section(say('When this way is taken'), otherwise, ...(usual ? [] : [condition]));
  }

  private event(shape: Shape): Section | undefined {
    const event = shape.businessObject;
    const timer = trigger(event, 'bpmn:TimerEventDefinition');
    const message = trigger(event, 'bpmn:MessageEventDefinition');
    const error = trigger(event, 'bpmn:ErrorEventDefinition');
    if (timer) return this.time(shape, timer);
    if (message) return this.message(shape, message);
    if (!error) return undefined;
    const code = error.errorRef as BusinessObject | undefined;
    return this.section(say('Which error'), { label: say('Code'), kind: 'text', value: code?.errorCode as string | undefined, change: (value) => this.write.root(shape, error, 'errorRef', 'bpmn:Error', value) });
  }

  private time(shape: Shape, timer: BusinessObject): Section {
    const at = (name: string, label: string, hint: string): Field => ({ label, hint, kind: 'expression', value: body(timer, name), change: (value) => this.write.expression(shape, timer, name, value) });
    return this.section(say('When'),
      { label: say('After so many working days'), kind: 'expression', value: timer.get('lms:workingDays') as string | undefined, change: (value) => this.write.below(shape, timer, 'lms:workingDays', value) },
      at('timeDuration', say('Or after a time'), say('For example: P3D for three days')), at('timeDate', say('Or at a moment'), say('For example: 2026-09-01T08:00:00+08:00')), at('timeCycle', say('Or again and again'), say('For example: R3/P1D for three times, a day apart')));
  }

  private message(shape: Shape, holder: BusinessObject): Section {
    const message = holder.messageRef as BusinessObject | undefined;
    const fields: Field[] = [{ label: say('Message'), kind: 'text', value: message?.name, change: (value) => this.write.root(shape, holder, 'messageRef', 'bpmn:Message', value) }];
    if (message) fields.push({ label: say('For which case'), hint: say('Empty: by the case’s own number.'), kind: 'expression', value: message.get('lms:key') as string | undefined, change: (value) => this.write.below(shape, message, 'lms:key', value) });
    return this.section(say('Which message'), ...fields);
  }

  private repetition(shape: Shape): Section {
    const loop = shape.businessObject.get('loopCharacteristics') as BusinessObject | undefined;
    const several = loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics';
    const kind = !loop ? '' : !several ? 'standard' : loop.isSequential ? 'inOrder' : 'together';
    const options = [{ key: 'together', name: say('For several at the same time') }, { key: 'inOrder', name: say('For one after the other') }, { key: 'standard', name: say('Again while a condition holds') }];
    const on = (name: string, label: string, fieldKind: Field['kind'], hint?: string, choices?: Field['options']): Field => ({ label, hint, kind: fieldKind, options: choices, value: loop!.get(name) as string | undefined, change: (value) => this.write.below(shape, loop!, name, value) });
    const formal = (name: string, label: string, hint?: string): Field => ({ label, hint, kind: 'expression', value: body(loop!, name), change: (value) => this.write.expression(shape, loop!, name, value) });
    return this.section(say('How often'), { label: say('Repeated'), kind: 'choice', options, value: kind, change: (value) => this.write.loop(shape, value ?? '') },
      ...(several ? [on('lms:collection', say('For each of'), 'expression', say('A list.')), on('lms:item', say('Each is called'), 'text'), on('lms:result', say('What each gives'), 'expression'), on('lms:results', say('All of it is called'), 'text'),
        formal('completionCondition', say('Ends early when'), say('For example: numberOfCompletedInstances >= 1')),
        on('lms:whenEmpty', say('When there is nobody'), 'choice', undefined, [{ key: 'incident', name: say('Stop and tell an administrator') }, { key: 'complete', name: say('Go on') }])] : []),
      ...(loop && !several ? [formal('loopCondition', say('While'))] : []));
  }

  private earlier(shape: Shape): { key: string; name: string }[] {
    const flow = (shape.businessObject.$parent?.get('flowElements') as BusinessObject[] | undefined) ?? [];
    return flow.filter((step) => step.$type === 'bpmn:UserTask' && step.id !== shape.id).map((step) => ({ key: step.id, name: step.name ?? step.id }));
  }
}

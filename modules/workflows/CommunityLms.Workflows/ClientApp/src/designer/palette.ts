import { say } from '@shell/words.ts';
import type { ActivityOffer, BusinessObject, Shape } from './types.ts';

interface Entry {
  group: string;
  className?: string;
  title?: string;
  separator?: boolean;
  action?: Record<string, (event: Event) => void>;
}

interface Tools {
  palette: { registerProvider(provider: unknown): void };
  create: { start(event: Event, shape: Shape | Shape[], hints?: unknown): void };
  elementFactory: { createShape(attributes: Record<string, unknown>): Shape };
  bpmnFactory: { create(type: string, properties?: Record<string, unknown>): BusinessObject };
  handTool: { activateHand(event: Event): void };
  lassoTool: { activateSelection(event: Event): void };
  globalConnect: { start(event: Event): void };
}

/** Few elements, each named after what it does; a module's activity stands there ready with its name. */
class Palette {
  static $inject = ['palette', 'create', 'elementFactory', 'bpmnFactory', 'handTool', 'lassoTool', 'globalConnect', 'activityOffers'];
  private readonly tools: Tools;

  constructor(palette: Tools['palette'], create: Tools['create'], elementFactory: Tools['elementFactory'], bpmnFactory: Tools['bpmnFactory'], handTool: Tools['handTool'], lassoTool: Tools['lassoTool'],
    globalConnect: Tools['globalConnect'], private readonly offers: ActivityOffer[]) {
    this.tools = { palette, create, elementFactory, bpmnFactory, handTool, lassoTool, globalConnect };
    palette.registerProvider(this);
  }

  getPaletteEntries(): Record<string, Entry> {
    const { handTool, lassoTool, globalConnect } = this.tools;
    return {
      hand: { group: 'tools', className: 'bpmn-icon-hand-tool', title: say('Move the drawing'), action: { click: (event) => handTool.activateHand(event) } },
      lasso: { group: 'tools', className: 'bpmn-icon-lasso-tool', title: say('Select several'), action: { click: (event) => lassoTool.activateSelection(event) } },
      connect: { group: 'tools', className: 'bpmn-icon-connection-multi', title: say('Connect two steps'), action: { click: (event) => globalConnect.start(event) } },
      rule: { group: 'tools', separator: true },
      start: this.step('bpmn:StartEvent', 'bpmn-icon-start-event-none', say('Beginning')),
      task: this.step('bpmn:UserTask', 'bpmn-icon-user-task', say('Somebody does something')),
      decision: this.step('bpmn:ExclusiveGateway', 'bpmn-icon-gateway-xor', say('Decision: one way of several')),
      parallel: this.step('bpmn:ParallelGateway', 'bpmn-icon-gateway-parallel', say('At the same time: all ways')),
      wait: this.step('bpmn:IntermediateCatchEvent', 'bpmn-icon-intermediate-event-catch-timer', say('Wait for a time'), { eventDefinitionType: 'bpmn:TimerEventDefinition' }),
      message: this.step('bpmn:IntermediateCatchEvent', 'bpmn-icon-intermediate-event-catch-message', say('Wait for a message'), { eventDefinitionType: 'bpmn:MessageEventDefinition' }),
      script: this.step('bpmn:ScriptTask', 'bpmn-icon-script-task', say('Compute something')),
      part: this.step('bpmn:SubProcess', 'bpmn-icon-subprocess-expanded', say('Steps that belong together'), { isExpanded: true }),
      call: this.step('bpmn:CallActivity', 'bpmn-icon-call-activity', say('Another workflow')),
      end: this.step('bpmn:EndEvent', 'bpmn-icon-end-event-none', say('End')),
      ...this.activities(),
    };
  }

  private activities(): Record<string, Entry> {
    if (this.offers.length === 0) return {};
    const entries = this.offers.map((offer): [string, Entry] => [`activity-${offer.key}`, {
      group: 'offers', className: 'bpmn-icon-service-task', title: `${offer.name} (${offer.module})`,
      action: this.both((event) => this.tools.create.start(event, this.tools.elementFactory.createShape({ type: 'bpmn:ServiceTask', businessObject: this.tools.bpmnFactory.create('bpmn:ServiceTask', { name: offer.name, 'lms:activity': offer.key }) }))),
    }]);
    return { offersRule: { group: 'offers', separator: true }, ...Object.fromEntries(entries) };
  }

  private step(type: string, className: string, title: string, more: Record<string, unknown> = {}): Entry {
    return { group: 'steps', className, title, action: this.both((event) => this.tools.create.start(event, this.tools.elementFactory.createShape({ type, ...more }))) };
  }

  private both(start: (event: Event) => void): Record<string, (event: Event) => void> {
    return { dragstart: start, click: start };
  }
}

/** Ends of the menus' entries (replace, create, append) that the engine can carry out; the others stay out of sight. */
const carriedOut = new Set(['none-start', 'none-end', 'message-start', 'timer-start', 'message-end', 'error-end', 'terminate-end', 'none-intermediate-throwing', 'message-intermediate-catch', 'message-intermediate-throw', 'timer-intermediate-catch',
  'exclusive-gateway', 'parallel-gateway', 'user-task', 'service-task', 'script-task', 'send-task', 'receive-task', 'manual-task', 'task', 'call-activity', 'expanded-subprocess', 'collapsed-subprocess', 'subprocess',
  'message-boundary', 'timer-boundary', 'error-boundary', 'non-interrupting-message-boundary', 'non-interrupting-timer-boundary', 'default-flow', 'conditional-flow', 'sequence-flow', 'conditional-sequence-flow']);

const isCarriedOut = (id: string) => carriedOut.has(id.replace(/^(replace-with|create|append)-/, ''));

/** Takes from the menus what the engine would refuse when the file is read. */
class Menus {
  static $inject = ['popupMenu'];

  constructor(popupMenu: { registerProvider(id: string, priority: number, provider: unknown): void }) {
    const only = { getPopupMenuEntries: () => (entries: Record<string, unknown>) => Object.fromEntries(Object.entries(entries).filter(([id]) => isCarriedOut(id))) };
    for (const menu of ['bpmn-replace', 'bpmn-append', 'bpmn-create']) popupMenu.registerProvider(menu, 400, only);
  }
}

/** The modules for bpmn-js. */
export const fewElements = (offers: ActivityOffer[]) => ({
  __init__: ['paletteProvider', 'menusOfOurs'],
  paletteProvider: ['type', Palette],
  menusOfOurs: ['type', Menus],
  activityOffers: ['value', offers],
});

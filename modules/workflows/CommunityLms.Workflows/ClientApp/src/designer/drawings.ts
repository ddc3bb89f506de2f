/** The attributes of our own (docs/workflow-drawings.md), told to bpmn-moddle so that they are read and written as properties. */
const attributes = (...names: string[]) => names.map((name) => ({ name, isAttr: true, type: 'String' }));

export const lmsExtension = {
  name: 'CommunityLms',
  uri: 'https://communitylms.org/bpmn/1.0',
  prefix: 'lms',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    { name: 'RequestedProcess', extends: ['bpmn:Process'], properties: attributes('requestedBy', 'title', 'form') },
    { name: 'PeopleTask', extends: ['bpmn:UserTask'], properties: attributes('person', 'doerOf', 'role', 'unit', 'due', 'remind', 'escalate', 'escalateTo', 'seal', 'asks', 'form', 'sendBack', 'addApprover', 'bulk') },
    { name: 'ModuleTask', extends: ['bpmn:ServiceTask'], properties: attributes('activity') },
    { name: 'ComputingTask', extends: ['bpmn:ScriptTask'], properties: attributes('result') },
    { name: 'KeyedMessage', extends: ['bpmn:Message'], properties: attributes('key') },
    { name: 'WorkingTimer', extends: ['bpmn:TimerEventDefinition'], properties: attributes('workingDays') },
    { name: 'ForEach', extends: ['bpmn:MultiInstanceLoopCharacteristics'], properties: attributes('collection', 'item', 'result', 'results', 'whenEmpty') },
    { name: 'Input', superClass: ['Element'], properties: attributes('target', 'source') },
    { name: 'Output', superClass: ['Element'], properties: attributes('target', 'source') },
  ],
};

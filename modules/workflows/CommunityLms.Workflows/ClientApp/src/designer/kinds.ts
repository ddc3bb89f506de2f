import { say } from '@shell/words.ts';

/** What each kind of element is called in the panel and the list beside the drawing. */
const kinds: Record<string, string> = {
  'bpmn:Process': 'Workflow', 'bpmn:StartEvent': 'Beginning', 'bpmn:EndEvent': 'End', 'bpmn:UserTask': 'Task', 'bpmn:ServiceTask': 'Activity', 'bpmn:ScriptTask': 'Computation', 'bpmn:SendTask': 'Sends a message',
  'bpmn:ReceiveTask': 'Waits for a message', 'bpmn:ManualTask': 'Done without the system', 'bpmn:Task': 'Step', 'bpmn:ExclusiveGateway': 'Decision', 'bpmn:ParallelGateway': 'At the same time', 'bpmn:SubProcess': 'Part',
  'bpmn:CallActivity': 'Another workflow', 'bpmn:IntermediateCatchEvent': 'Waits', 'bpmn:IntermediateThrowEvent': 'Event', 'bpmn:BoundaryEvent': 'While it goes on', 'bpmn:SequenceFlow': 'Way', 'bpmn:TextAnnotation': 'Remark',
};

export const kindOf = (type: string): string => say(kinds[type] ?? type.replace('bpmn:', ''));

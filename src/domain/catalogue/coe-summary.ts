import type { Coe } from '../coe/coe.ts';
import type { Action } from '../coe/sections/actions.ts';
import type { ControlId, DetectorId, KindId, SignalId, StatusId, TriggerId } from '../coe/vocabulary.ts';
import type { Moment } from '../time/moment.ts';
import { milestonesOf } from '../timeline/milestones.ts';
import type { Milestones } from '../timeline/milestones.ts';
import { excerptOf } from './excerpt.ts';

/** One action as the Actions screen lists it. */
export type ActionSummary = Pick<
  Action,
  | 'id'
  | 'text'
  | 'purpose'
  | 'strength'
  | 'owner'
  | 'due'
  | 'priority'
  | 'doneWhen'
  | 'status'
  | 'declinedReason'
  | 'doneOn'
  | 'checkDate'
  | 'checkQuestion'
  | 'result'
>;

/**
 * What is kept of every COE in memory: enough for the list, the filters, the actions and the charts, and none of the prose
 * but a short excerpt. Plain JSON, about a kilobyte.
 */
export type CoeSummary = {
  id: string;
  kind: KindId;
  title: string;
  excerpt: string;
  happened: Moment;
  severity: number | null;
  status: StatusId;
  lifeArea: string;
  tags: string[];
  trigger: TriggerId | null;
  conditions: { condition: string; control: ControlId | null }[];
  safeguardsHeld: number;
  detector: DetectorId | null;
  signal: SignalId | null;
  milestones: Milestones;
  actions: ActionSummary[];
  minutesWriting: number;
  createdAt: string;
  updatedAt: string;
};

/** Reduces a COE to its summary. */
export function summarise(coe: Coe): CoeSummary {
  const { cause, noticed, actions } = coe.sections;
  return {
    id: coe.id,
    kind: coe.kind,
    title: coe.title,
    excerpt: excerptOf(coe),
    happened: coe.happened,
    severity: coe.severity,
    status: coe.status,
    lifeArea: coe.lifeArea,
    tags: coe.tags,
    trigger: cause.trigger,
    conditions: cause.conditions
      .filter((row) => row.condition !== '')
      .map((row) => ({ condition: row.condition, control: row.control })),
    safeguardsHeld: cause.safeguards.filter((safeguard) => safeguard.state === 'held').length,
    detector: noticed.by,
    signal: noticed.signal,
    milestones: milestonesOf(coe),
    actions: actions.items.map(summariseAction),
    minutesWriting: coe.minutesWriting,
    createdAt: coe.createdAt,
    updatedAt: coe.updatedAt,
  };
}

const summariseAction = (action: Action): ActionSummary => ({
  id: action.id,
  text: action.text,
  purpose: action.purpose,
  strength: action.strength,
  owner: action.owner,
  due: action.due,
  priority: action.priority,
  doneWhen: action.doneWhen,
  status: action.status,
  declinedReason: action.declinedReason,
  doneOn: action.doneOn,
  checkDate: action.checkDate,
  checkQuestion: action.checkQuestion,
  result: action.result,
});

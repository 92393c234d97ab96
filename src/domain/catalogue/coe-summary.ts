import type { Coe, CoeLink } from '../coe/coe.ts';
import type { Action, Check } from '../coe/sections/actions.ts';
import type { Safeguard } from '../coe/sections/cause.ts';
import type { ControlId, DetectorId, KindId, SignalId, StatusId, TriggerId } from '../coe/vocabulary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
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
  | 'checkHow'
  | 'result'
  | 'chances'
> & {
  /** Every answer to "did it hold?" so far, oldest first. */
  checks: Pick<Check, 'on' | 'result' | 'coeId'>[];
};

/** A link as it stands in the file of the COE it was made in. */
export type LinkSummary = Pick<CoeLink, 'id' | 'type' | 'coeId' | 'fixId' | 'verdict'>;

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
  /** What was meant to prevent, notice, contain or recover, and what it did; its words cut short. */
  safeguards: Pick<Safeguard, 'text' | 'purpose' | 'state'>[];
  detector: DetectorId | null;
  signal: SignalId | null;
  milestones: Milestones;
  actions: ActionSummary[];
  links: LinkSummary[];
  /** When the writer wants to come back to it; null when nothing was set. */
  lookAgain: CalendarDate | null;
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
    safeguards: cause.safeguards.map(({ text, purpose, state }) => ({
      text: text.slice(0, LONGEST_SAFEGUARD),
      purpose,
      state,
    })),
    detector: noticed.by,
    signal: noticed.signal,
    milestones: milestonesOf(coe),
    actions: actions.items.map(summariseAction),
    links: coe.links.map(({ id, type, coeId, fixId, verdict }) => ({ id, type, coeId, fixId, verdict })),
    lookAgain: coe.lookAgain,
    minutesWriting: coe.minutesWriting,
    createdAt: coe.createdAt,
    updatedAt: coe.updatedAt,
  };
}

/** Enough to tell one safeguard from another in a list. */
const LONGEST_SAFEGUARD = 160;

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
  checkHow: action.checkHow,
  result: action.result,
  chances: action.chances,
  checks: action.checks.map(({ on, result, coeId }) => ({ on, result, coeId })),
});

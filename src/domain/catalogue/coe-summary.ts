import { unreadDate } from '../coe/action-dates.ts';
import type { Coe, CoeLink } from '../coe/coe.ts';
import type { Action, Check } from '../coe/sections/actions.ts';
import type { Safeguard } from '../coe/sections/cause.ts';
import type { ControlId, DetectorId, KindId, SignalId, StatusId, TriggerId } from '../coe/vocabulary.ts';
import type { CoeSource } from '../coe/source.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { Moment } from '../time/moment.ts';
import { milestonesOf } from '../timeline/milestones.ts';
import type { Milestones } from '../timeline/milestones.ts';
import { excerptOf } from './excerpt.ts';

/** What the Actions screen needs of an action. Words that stand beside a date, and mean nothing, are left out. */
export type ActionSummary = Pick<
  Action,
  | 'id'
  | 'text'
  | 'purpose'
  | 'causeId'
  | 'strength'
  | 'owner'
  | 'due'
  | 'dueWords'
  | 'priority'
  | 'doneWhen'
  | 'status'
  | 'declinedReason'
  | 'doneOn'
  | 'doneOnWords'
  | 'checkDate'
  | 'checkDateWords'
  | 'checkQuestion'
  | 'checkHow'
  | 'result'
  | 'chances'
> & {
  /** All answers to "did it hold?", oldest first. */
  checks: Pick<Check, 'on' | 'result' | 'coeId'>[];
};

/** A link, stored in the COE it was made in; `coeId` is the other one. */
export type LinkSummary = Pick<CoeLink, 'id' | 'type' | 'coeId' | 'fixId' | 'verdict'>;

/**
 * What stays in memory of every COE: enough for lists, filters, actions and charts, with no prose but a short excerpt.
 * It is plain JSON of about a kilobyte, and cached on disk.
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
  /** Who wrote it; empty if nobody is named. */
  author: string;
  tags: string[];
  /** The patterns as stored; see `Coe`. */
  patternIds: string[];
  trigger: TriggerId | null;
  conditions: { condition: string; control: ControlId | null }[];
  /** Safeguards and what they did; texts are cut to 160 characters. */
  safeguards: Pick<Safeguard, 'text' | 'purpose' | 'state'>[];
  detector: DetectorId | null;
  signal: SignalId | null;
  milestones: Milestones;
  actions: ActionSummary[];
  links: LinkSummary[];
  /** The COEs that were dismissed in this one as not similar. */
  notSimilar: string[];
  /** The revisit date: the day to show the draft again; null when none is set. */
  lookAgain: CalendarDate | null;
  /** Where an imported COE came from; null when it was not imported. */
  source: SourceSummary | null;
  /** Whether it was begun in the quick capture window. */
  captured: boolean;
  minutesWriting: number;
  createdAt: string;
  updatedAt: string;
};

/** What finds a COE again when its source is imported once more; see `CoeSource`. */
export type SourceSummary = Pick<CoeSource, 'path' | 'sha256' | 'format' | 'id' | 'batch' | 'analysed'>;

/** Builds the summary of a COE. */
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
    author: coe.author,
    tags: coe.tags,
    patternIds: coe.patternIds,
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
    notSimilar: coe.dismissed.similar,
    lookAgain: coe.lookAgain,
    source: summariseSource(coe.source),
    captured: coe.captured === true,
    minutesWriting: coe.minutesWriting,
    createdAt: coe.createdAt,
    updatedAt: coe.updatedAt,
  };
}

function summariseSource(source: CoeSource | null): SourceSummary | null {
  if (source === null) return null;
  const { path, sha256, format, id, batch, analysed } = source;
  return { path, sha256, format, id, batch, analysed };
}

/** Characters: enough to tell safeguards apart in a list. */
const LONGEST_SAFEGUARD = 160;

const summariseAction = (action: Action): ActionSummary => ({
  id: action.id,
  text: action.text,
  purpose: action.purpose,
  causeId: action.causeId,
  strength: action.strength,
  owner: action.owner,
  due: action.due,
  dueWords: unreadDate(action, 'due') ?? '',
  priority: action.priority,
  doneWhen: action.doneWhen,
  status: action.status,
  declinedReason: action.declinedReason,
  doneOn: action.doneOn,
  doneOnWords: unreadDate(action, 'doneOn') ?? '',
  checkDate: action.checkDate,
  checkDateWords: unreadDate(action, 'checkDate') ?? '',
  checkQuestion: action.checkQuestion,
  checkHow: action.checkHow,
  result: action.result,
  chances: action.chances,
  checks: action.checks.map(({ on, result, coeId }) => ({ on, result, coeId })),
});

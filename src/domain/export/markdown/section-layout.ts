import type { SectionId } from '../../coe/vocabulary.ts';
import { MILESTONE_IDS } from '../../coe/vocabulary.ts';
import { ACTION_PURPOSES } from '../../guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '../../guide/action-strengths.ts';
import { CONTROLS } from '../../guide/control.ts';
import { DETECTORS, SIGNALS } from '../../guide/detection.ts';
import { ERROR_KINDS } from '../../guide/error-kinds.ts';
import { IMPACT_AREAS } from '../../guide/impact-areas.ts';
import { REFLECTION_LABELS, VALUES } from '../../guide/lessons.ts';
import { SAFEGUARD_PURPOSES, SAFEGUARD_STATES } from '../../guide/safeguards.ts';
import { EFFECTS } from '../../guide/timeline-effects.ts';
import { TRIGGERS } from '../../guide/triggers.ts';
import { MILESTONE_LABELS } from '../../guide/vocabulary.ts';
import { WHY_QUESTIONS } from '../../guide/why-endings.ts';
import { CLOSING_QUESTION } from '../../guide/wording.ts';
import {
  ACTION_STATUS,
  CHECK_RESULT,
  type Codec,
  CONDITION,
  COUNT,
  DATE,
  type FileContext,
  labelled,
  MOMENT,
  oneOf,
  oneOfOrOwn,
  outOf,
  PRIORITY,
  SEVERITY,
  TEXT,
  YES,
  YES_NO,
} from './codecs.ts';

/** What stands in a section that the writer skipped. */
export const SKIPPED_LINE = '*Skipped.*';
/** The bullet of answers. Another one than that of most lists, so that a list before them ends. */
export const ANSWER_BULLET = '*';
/** What stands before the evidence for a why, and around the rest that is known about it. */
export const WHY_DETAILS = { evidence: ' — *Evidence:* ', before: ' — *', after: '*' } as const;

/** A row as it is in a COE, by key. */
export type RawRow = Readonly<Record<string, unknown>>;

/** A column of a table. An optional one is left out of a table in which it would be empty. */
export type Column = {
  readonly label: string;
  readonly isOptional: boolean;
  readonly write: (row: RawRow, context: FileContext) => string;
  /** The keys that the text of a cell sets; none for text that says nothing. */
  readonly read: (text: string, context: FileContext) => RawRow;
};

/** A part of a section after its prose. `key` is the key in the section. A table without a heading is the only one. */
export type Part =
  | { readonly is: 'answer'; readonly label: string; readonly key: string; readonly codec: Codec }
  | {
      readonly is: 'table';
      readonly heading: string | null;
      readonly key: string;
      readonly columns: readonly Column[];
    }
  | { readonly is: 'notes'; readonly heading: string; readonly key: string }
  | { readonly is: 'whys'; readonly heading: string; readonly key: string };

const column = (label: string, key: string, codec: Codec = TEXT, isOptional = false): Column => ({
  label,
  isOptional,
  write: (row, context) => codec.write(row[key], context),
  read: (text, context) => {
    const value = codec.read(text, context);
    return value === undefined ? {} : { [key]: value };
  },
});
const optional = (label: string, key: string, codec: Codec = TEXT): Column => column(label, key, codec, true);
const answer = (label: string, key: string, codec: Codec = TEXT): Part => ({ is: 'answer', label, key, codec });
const table = (heading: string | null, key: string, columns: readonly Column[]): Part => ({
  is: 'table',
  heading,
  key,
  columns,
});
const notes = (heading: string, key: string): Part => ({ is: 'notes', heading, key });

const LASTING = labelled({ temporary: 'Temporary', lasting: 'Lasting' });

/** A milestone by its label in the kind of the COE, or by its id. */
const MILESTONE: Codec = {
  write: (value, { kind }) => oneOf(labelled(MILESTONE_LABELS[kind])).write(value, { kind, zone: 'UTC', day: '' }),
  read: (text, context) =>
    oneOf(labelled(MILESTONE_LABELS[context.kind])).read(text, context) ??
    MILESTONE_IDS.find((id) => id === text.trim().toLowerCase()),
};

/** What was typed for a date of an action and could not be read as one. */
const unreadDay = (label: string, dateKey: string, key: string): Column => ({
  ...optional(label, key),
  write: (row, context) => (row[dateKey] === null ? TEXT.write(row[key], context) : ''),
});

/** When an action is due, or what was typed for it. */
const actionDue: Column = {
  label: 'Due',
  isOptional: false,
  write: (row, context) => DATE.write(row['due'], context) || TEXT.write(row['dueWords'], context),
  read: (text, context) => {
    const due = DATE.read(text, context);
    return due !== undefined ? { due } : text === '' ? {} : { dueWords: text };
  },
};

const STATUS_WITH_DETAIL = /^(.+?)(?: (\d{4}-\d\d-\d\d))?(?:: ([^]*))?$/u;

/** The status, with the day it was done on and the reason it was declined for. */
const actionStatus: Column = {
  label: 'Status',
  isOptional: false,
  write: (row, context) => {
    const status = ACTION_STATUS.write(row['status'], context);
    const day = DATE.write(row['doneOn'], context);
    const reason = TEXT.write(row['declinedReason'], context);
    return `${status}${day === '' ? '' : ` ${day}`}${reason === '' ? '' : `: ${reason}`}`;
  },
  read: (text, context) => {
    const [, label = '', day, reason] = STATUS_WITH_DETAIL.exec(text) ?? [];
    const status = ACTION_STATUS.read(label, context);
    if (status === undefined) return {};
    return {
      status,
      ...(day === undefined ? {} : { doneOn: day }),
      ...(reason === undefined ? {} : { declinedReason: reason }),
    };
  },
};

const CHECK_WITH_QUESTION = /^(\d{4}-\d\d-\d\d)?(?:(?:^|: )([^]*))?$/u;

/** The day of the check, and its question. */
const actionCheck: Column = {
  label: 'Check',
  isOptional: false,
  write: (row, context) =>
    [DATE.write(row['checkDate'], context), TEXT.write(row['checkQuestion'], context)]
      .filter((part) => part !== '')
      .join(': '),
  read: (text) => {
    const [, day, question] = CHECK_WITH_QUESTION.exec(text) ?? [];
    return {
      ...(day === undefined ? {} : { checkDate: day }),
      ...(question === undefined || question === '' ? {} : { checkQuestion: question }),
    };
  },
};

/** What follows the prose of each section in a Markdown file, in this order. */
export const SECTION_LAYOUT: Readonly<Record<SectionId, readonly Part[]>> = {
  context: [
    answer('What was supposed to happen?', 'expected'),
    answer('What was different this time?', 'different'),
    answer('Your state then', 'stateThen', outOf(5)),
    answer('Your state, in words', 'stateWords'),
    answer('How sure you were', 'confidenceThen', outOf(5)),
  ],
  customerImpact: [
    table('Who it reached', 'groups', [
      column('Who', 'who'),
      column('How many', 'howMany'),
      column('How it reached them', 'affected'),
      column('Severity', 'level', SEVERITY),
      optional('They know', 'told', YES_NO),
      optional('Put right', 'putRight', YES_NO),
    ]),
  ],
  impact: [
    table('What it cost', 'costs', [
      column('What', 'what'),
      column('Area', 'area', oneOf(IMPACT_AREAS)),
      column('Amount', 'amount'),
      column('Unit', 'unit'),
      optional('Estimate', 'estimate', YES),
    ]),
    table('How it felt', 'feelings', [
      column('Feeling', 'word'),
      column('On the day', 'onTheDay', outOf(10)),
      column('Now', 'now', outOf(10)),
    ]),
  ],
  timeline: [
    table(null, 'entries', [
      column('When', 'when', MOMENT),
      column('What', 'what'),
      column('Milestone', 'mark', MILESTONE),
      column('Evidence', 'evidence'),
      optional('Known or believed then', 'knewThen'),
      optional('What it did', 'effect', oneOf(EFFECTS)),
    ]),
  ],
  noticed: [
    answer('Who raised the flag?', 'by', oneOf(DETECTORS)),
    answer('Through which channel?', 'channel'),
    answer('The signal before', 'signal', oneOf(SIGNALS)),
    answer('When it could first have been noticed', 'earliest', MOMENT),
    answer('What would have halved the time?', 'halve'),
  ],
  mitigated: [
    notes('Steps', 'steps'),
    answer('Temporary or lasting?', 'lasting', oneOf(LASTING)),
    answer('Who helped?', 'helpers'),
    answer('How did you know that it worked?', 'knewItWorked'),
    answer('What would have halved the time?', 'halve'),
  ],
  cause: [
    answer('What set it off?', 'trigger', oneOf(TRIGGERS)),
    answer('The trigger, in words', 'triggerNote'),
    answer('The form of the error', 'errorKind', oneOf(ERROR_KINDS)),
    table('Contributing conditions', 'conditions', [
      column('Condition', 'condition', CONDITION),
      column('How it played a part', 'note'),
      column('In whose hands', 'control', oneOf(CONTROLS)),
      column('Known before', 'knownBefore', YES_NO),
    ]),
    table('Safeguards', 'safeguards', [
      column('Safeguard', 'text'),
      column('Purpose', 'purpose', oneOf(SAFEGUARD_PURPOSES)),
      column('On the day', 'state', oneOf(SAFEGUARD_STATES)),
    ]),
  ],
  whys: [
    { is: 'whys', heading: WHY_QUESTIONS.happened, key: 'happened' },
    { is: 'whys', heading: WHY_QUESTIONS.unnoticed, key: 'unnoticed' },
  ],
  learned: [
    table('Lessons', 'lessons', [column('Lesson', 'rule'), column('Where else it holds', 'elsewhere')]),
    notes(REFLECTION_LABELS['went-well'], 'wentWell'),
    notes(REFLECTION_LABELS['went-badly'], 'wentBadly'),
    notes(REFLECTION_LABELS.lucky, 'lucky'),
    notes(REFLECTION_LABELS.surprised, 'surprisedBy'),
    answer('Who should hear about this?', 'shouldHear'),
    answer('Which of your values did it touch?', 'value', oneOfOrOwn(VALUES)),
  ],
  actions: [
    table(null, 'items', [
      column('Action', 'text'),
      column('Owner', 'owner'),
      actionDue,
      column('Done when', 'doneWhen'),
      actionCheck,
      actionStatus,
      unreadDay('Check on', 'checkDate', 'checkDateWords'),
      unreadDay('Done on', 'doneOn', 'doneOnWords'),
      optional('Looking at', 'checkHow'),
      optional('Result', 'result', CHECK_RESULT),
      optional('Chances', 'chances', COUNT),
      optional('Purpose', 'purpose', oneOf(ACTION_PURPOSES)),
      optional('Strength', 'strength', oneOf(ACTION_STRENGTHS)),
      optional('Priority', 'priority', PRIORITY),
      optional('Proposed by', 'proposedBy'),
    ]),
    answer(CLOSING_QUESTION, 'premortem'),
  ],
};

import { quote } from '../advice/quote.ts';
import { type ActionDate, unreadDate } from '../coe/action-dates.ts';
import type { Coe } from '../coe/coe.ts';
import type { Action } from '../coe/sections/actions.ts';
import type { SectionId } from '../coe/vocabulary.ts';
import { conditionLabel } from '../guide/conditions.ts';
import { SIGNALS } from '../guide/detection.ts';
import { labelOf } from '../guide/label-of.ts';
import { compareText } from '../text/compare.ts';
import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';
import type { DateStyle } from '../time/date-style.ts';
import { formatDay } from '../time/format-day.ts';
import type { Agreement } from './agreement.ts';
import type { EventPlace } from './event.ts';
import type { FittingQuestion, QuestionTopic } from './question-bank.ts';

/** A question that waits for an answer, or an action that was proposed. `of` is who asked or proposed. */
export type OpenQuestion = {
  readonly text: string;
  readonly of: 'coach' | 'writer';
  readonly isProposal: boolean;
  readonly place: EventPlace;
};

/** What an agenda is made of. `left` are the sections that are not in the copy, and `fitting` comes from the bank. */
export type AgendaSource = {
  readonly coe: Coe;
  readonly left: readonly SectionId[];
  /** What the writer would like from the coach; may be empty. */
  readonly asks: string;
  readonly open: readonly OpenQuestion[];
  readonly fitting: readonly FittingQuestion[];
  readonly agreements: readonly Agreement[];
  readonly today: CalendarDate;
  /** How dates are written. */
  readonly dates: DateStyle;
};

/**
 * One part of a talk: a question to begin it with, what the copy shows, the open questions of both, and a question from
 * the bank. `facts` are short sentences.
 */
export type AgendaPart = {
  readonly id: 'agreed' | 'goal' | 'reality' | 'options' | 'will';
  readonly heading: string;
  readonly question: string;
  readonly facts: readonly string[];
  readonly open: readonly OpenQuestion[];
};

/** The most facts of one kind, so that an agenda fits on a page. */
const MOST_ROWS = 4;
/** How far ahead a date counts as due. */
const DAYS_AHEAD = 14;

const GOAL: readonly EventPlace['section'][] = ['header', 'context', 'customerImpact', 'impact'];
const REALITY: readonly EventPlace['section'][] = ['timeline', 'noticed', 'mitigated', 'cause', 'whys'];

/**
 * The agenda of a coaching talk: what was agreed last time, then Whitmore's GROW over the sections of the COE: goal,
 * reality (what happened), options and will. Parts come in this order; the first is missing when nothing was agreed.
 */
export function agendaOf(source: AgendaSource): AgendaPart[] {
  const { coe, open } = source;
  const { actions } = coe.sections;
  const isIn = (question: OpenQuestion, sections: readonly string[]): boolean =>
    sections.includes(question.place.section);
  const isPlan = ({ place }: OpenQuestion): boolean => place.section === 'actions' && place.row !== null;
  const agreed = agreedFacts(source);
  const parts: AgendaPart[] = [
    {
      id: 'goal',
      heading: 'Goal',
      question: 'What would “it held” look like?',
      facts: sentences([
        ['Asked for', source.asks],
        ['Supposed to happen', coe.sections.context.expected],
        ...actions.items
          .filter(({ doneWhen }) => doneWhen.trim() !== '')
          .slice(0, MOST_ROWS)
          .map(({ doneWhen }): [string, string] => ['Done when', doneWhen]),
      ]),
      open: open.filter((question) => isIn(question, GOAL)),
    },
    {
      id: 'reality',
      heading: 'What happened',
      question: bankQuestion(source, ['depth', 'pattern']) ?? 'What else was true at the time?',
      facts: realityFacts(source),
      open: open.filter((question) => isIn(question, REALITY)),
    },
    {
      id: 'options',
      heading: 'Options',
      question: bankQuestion(source, ['options']) ?? 'What would you try if you had twice the help?',
      facts: sentences([
        ...coe.sections.learned.lessons.slice(0, MOST_ROWS).map(({ rule }): [string, string] => ['Learned', rule]),
        ['If it happened again', actions.premortem],
      ]),
      open: open.filter((question) => isIn(question, ['learned', 'actions']) && !isPlan(question)),
    },
    {
      id: 'will',
      heading: 'Will',
      question:
        bankQuestion(source, ['will']) ?? 'From 1 to 10, how sure are you that it will happen, and what would add one?',
      facts: planFacts(source),
      open: open.filter(isPlan),
    },
  ];
  return agreed.length === 0
    ? parts
    : [
        {
          id: 'agreed',
          heading: 'What we agreed',
          question: 'What became of it, and what helped?',
          facts: agreed,
          open: [],
        },
        ...parts,
      ];
}

/** Open agreements, the one that is due first at the top; those without a date come last. */
function agreedFacts(source: AgendaSource): string[] {
  return source.agreements
    .filter(({ isDone, text }) => !isDone && text.trim() !== '')
    .toSorted((one, other) => (nextDateOf(one) ?? '9999').localeCompare(nextDateOf(other) ?? '9999'))
    .map(({ text, due, checkDate }) =>
      [oneLine(text), dayPart('due', due, source), dayPart('look again', checkDate, source)]
        .filter((part) => part !== '')
        .join(', '),
    );
}

/** The date of an agreement that comes first; null for none. */
export const nextDateOf = ({ due, checkDate }: Pick<Agreement, 'due' | 'checkDate'>): CalendarDate | null =>
  due === null || (checkDate !== null && checkDate < due) ? checkDate : due;

const isShown = ({ left, coe }: AgendaSource, id: SectionId): boolean =>
  !left.includes(id) && !coe.sections[id].skipped;

function realityFacts(source: AgendaSource): string[] {
  const { coe } = source;
  const { noticed, cause } = coe.sections;
  const conditions = cause.conditions.map(({ condition }) => conditionLabel(condition)).filter((each) => each !== '');
  return sentences([
    ['In short', coe.summary],
    ['Noticed by', isShown(source, 'noticed') ? noticed.channel : ''],
    ['The signal', labelOf(SIGNALS, noticed.signal)],
    ['Set off by', cause.triggerNote],
    ['Contributing', conditions.slice(0, MOST_ROWS).join(', ')],
  ]);
}

function planFacts(source: AgendaSource): string[] {
  return source.coe.sections.actions.items
    .filter(({ text, status }) => text.trim() !== '' && status !== 'declined')
    .slice(0, MOST_ROWS * 2)
    .map((action) =>
      [
        oneLine(action.text),
        action.owner.trim(),
        action.status === 'done' ? 'done' : datePart('due', action, 'due', source) || 'no due date',
        datePart('look again', action, 'checkDate', source) || 'no check date',
      ]
        .filter((part) => part !== '')
        .join(', '),
    );
}

/** “due 12 May”, with “now” for a date that has come; empty for null. */
const dayPart = (label: string, date: CalendarDate | null, { today, dates }: AgendaSource): string =>
  date === null ? '' : `${label} ${formatDay(date, today, dates)}${date <= today ? ' (now)' : ''}`;

/** A date of an action, or what was typed for it; empty when nothing is said. */
function datePart(label: string, action: Action, which: ActionDate, source: AgendaSource): string {
  const words = unreadDate(action, which);
  return words === null ? dayPart(label, action[which], source) : `${label} ${quote(words)}`;
}

/** The first fitting question of these topics. */
const bankQuestion = ({ fitting }: AgendaSource, topics: readonly QuestionTopic[]): string | undefined =>
  fitting.find(({ topic }) => topics.includes(topic))?.text;

const LONGEST = 220;

/** A text on one line, cut at the end of a word. */
function oneLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}

const sentences = (all: readonly (readonly [label: string, text: string])[]): string[] =>
  all.filter(([, text]) => text.trim() !== '').map(([label, text]) => `${label}: ${oneLine(text)}`);

/** Something with a date that comes up: of an agreement or of an action in a copy. */
export type DueDate = { readonly text: string; readonly what: 'due' | 'check'; readonly date: CalendarDate };

/** What is due, or to be checked, by two weeks from today, the earliest first. */
export function dueDates(agreements: readonly Agreement[], coes: readonly Coe[], today: CalendarDate): DueDate[] {
  const dates = [
    ...agreements
      .filter(({ isDone }) => !isDone)
      .flatMap(({ text, due, checkDate }) => [
        { text, what: 'due' as const, date: due },
        { text, what: 'check' as const, date: checkDate },
      ]),
    ...coes
      .flatMap(({ sections }) => sections.actions.items)
      .filter(({ status }) => status !== 'declined')
      .flatMap(({ text, status, due, checkDate, result }) => [
        { text, what: 'due' as const, date: status === 'open' ? due : null },
        { text, what: 'check' as const, date: result === null || result === 'not-yet-tested' ? checkDate : null },
      ]),
  ];
  return dates
    .flatMap(({ date, ...rest }) => (date === null || daysBetween(today, date) > DAYS_AHEAD ? [] : [{ ...rest, date }]))
    .filter(({ text }) => text.trim() !== '')
    .toSorted((one, other) => compareText(one.date, other.date));
}

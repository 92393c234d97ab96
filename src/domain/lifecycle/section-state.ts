import type { SectionId } from '../coe/vocabulary.ts';
import { flattenWhys } from '../whys/tree.ts';
import type { Coe, Sections } from '../coe/coe.ts';

/** How complete a section is, as the outline shows it. */
export type SectionState = 'empty' | 'started' | 'done' | 'skipped';

/** Characters: a short sentence, such as “The date was only in my head, and I was late.” */
const MIN_PROSE = 40;

/**
 * A section is empty until something is written, skipped when the writer says so, and done when its main structured
 * part is filled in or, for some sections, it has at least a sentence of prose. The state only informs and blocks
 * nothing.
 */
export function sectionState(coe: Coe, id: SectionId): SectionState {
  const section = coe.sections[id];
  if (section.skipped) return 'skipped';
  const prose = section.prose.trim().length;
  const filled = FILLED[id](coe.sections);
  if (filled >= MIN_FILLED[id] || (prose >= MIN_PROSE && DONE_BY_PROSE.has(id))) return 'done';
  return prose > 0 || filled > 0 || hasContent(section) ? 'started' : 'empty';
}

/** Keys that have a value even in an untouched section or row. */
const PRESET_KEYS = new Set(['id', 'skipped', 'precision', 'approximate', 'estimate', 'status']);

/** Whether any part has content. */
function hasContent(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined;
  if (Array.isArray(value)) return value.some(hasContent);
  return Object.entries(value).some(([key, part]) => !PRESET_KEYS.has(key) && hasContent(part));
}

const countAnswers = (...answers: unknown[]): number =>
  answers.filter((answer) => answer !== null && answer !== '' && answer !== undefined).length;

/** How much of the structured part is filled in: the number of rows with text, or of answers. */
const FILLED: Record<SectionId, (sections: Sections) => number> = {
  context: ({ context }) => countAnswers(context.expected, context.different),
  customerImpact: ({ customerImpact }) =>
    customerImpact.groups.filter((group) => group.who !== '' || group.affected !== '').length,
  impact: ({ impact }) =>
    impact.costs.filter((cost) => cost.what !== '' || cost.amount !== '').length +
    impact.feelings.filter((feeling) => feeling.word !== '').length,
  timeline: ({ timeline }) => timeline.entries.filter((entry) => entry.what !== '').length,
  noticed: ({ noticed }) => countAnswers(noticed.by, noticed.signal),
  mitigated: ({ mitigated }) => mitigated.steps.filter((step) => step.text !== '').length,
  cause: ({ cause }) =>
    countAnswers(cause.trigger) + Math.min(1, cause.conditions.filter(({ condition }) => condition !== '').length),
  whys: ({ whys }) => flattenWhys(whys.happened).filter(({ why }) => why.text !== '').length,
  learned: ({ learned }) =>
    [...learned.lessons.map((lesson) => lesson.rule), ...learned.wentWell.map((note) => note.text)].filter(
      (text) => text !== '',
    ).length,
  actions: ({ actions }) => actions.items.filter((action) => action.text !== '').length,
};

/** The least number from FILLED that makes a section done without prose. */
const MIN_FILLED: Record<SectionId, number> = {
  context: 2,
  customerImpact: 1,
  impact: 1,
  timeline: 2,
  noticed: 2,
  mitigated: 1,
  cause: 2,
  whys: 2,
  learned: 1,
  actions: 1,
};

/** Sections that prose alone can complete. The timeline, the whys and the actions need rows. */
const DONE_BY_PROSE = new Set<SectionId>([
  'context',
  'customerImpact',
  'impact',
  'noticed',
  'mitigated',
  'cause',
  'learned',
]);

/** What makes each section answered, as a sentence. Follows MIN_PROSE, MIN_FILLED and DONE_BY_PROSE. */
export const ANSWERED_WITH: Readonly<Record<SectionId, string>> = {
  context: 'A sentence or two, or both what was supposed to happen and what was different, answer it.',
  customerImpact: 'A sentence or two, or one group of people, answer it.',
  impact: 'A sentence or two, or one cost or feeling, answer it.',
  timeline: 'Two entries answer it.',
  noticed: 'A sentence or two, or both who raised the flag and the signal before, answer it.',
  mitigated: 'A sentence or two, or one step, answer it.',
  cause: 'A sentence or two, or the trigger and a condition, answer it.',
  whys: 'Two whys answer it.',
  learned: 'A sentence or two, or one lesson, answer it.',
  actions: 'One action answers it.',
};

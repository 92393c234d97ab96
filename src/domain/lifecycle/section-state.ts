import type { SectionId } from '../coe/vocabulary.ts';
import { flattenWhys } from '../whys/tree.ts';
import type { Coe, Sections } from '../coe/coe.ts';

/** How far a section is, as the outline shows it. */
export type SectionState = 'empty' | 'started' | 'done' | 'skipped';

/** Prose of about a sentence answers a section that has no rows of its own. */
const ENOUGH_PROSE = 80;

/**
 * A section is empty until something is in it, skipped when the writer says so, and done when its question has an answer:
 * its main structured part is filled in, or there is at least a sentence of prose. It is a mirror, never a gate.
 */
export function sectionState(coe: Coe, id: SectionId): SectionState {
  const section = coe.sections[id];
  if (section.skipped) return 'skipped';
  const prose = section.prose.trim().length;
  const filled = FILLED[id](coe.sections);
  if (filled >= ENOUGH[id] || (prose >= ENOUGH_PROSE && ENOUGH_IN_PROSE.has(id))) return 'done';
  return prose > 0 || filled > 0 || saysSomething(section) ? 'started' : 'empty';
}

/** Keys that hold something from the start, in a section or a row in which nothing was written yet. */
const FROM_THE_START = new Set(['id', 'skipped', 'precision', 'approximate', 'estimate', 'status']);

/** Whether anything is answered anywhere inside. */
function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined;
  if (Array.isArray(value)) return value.some(saysSomething);
  return Object.entries(value).some(([key, part]) => !FROM_THE_START.has(key) && saysSomething(part));
}

const some = (...answers: unknown[]): number =>
  answers.filter((answer) => answer !== null && answer !== '' && answer !== undefined).length;

/** How much of the structured part is there: rows with words in them, or answers given. */
const FILLED: Record<SectionId, (sections: Sections) => number> = {
  context: ({ context }) => some(context.expected, context.different),
  customerImpact: ({ customerImpact }) =>
    customerImpact.groups.filter((group) => group.who !== '' || group.affected !== '').length,
  impact: ({ impact }) =>
    impact.costs.filter((cost) => cost.what !== '' || cost.amount !== '').length +
    impact.feelings.filter((feeling) => feeling.word !== '').length,
  timeline: ({ timeline }) => timeline.entries.filter((entry) => entry.what !== '').length,
  noticed: ({ noticed }) => some(noticed.by, noticed.signal),
  mitigated: ({ mitigated }) => mitigated.steps.filter((step) => step.text !== '').length,
  cause: ({ cause }) =>
    some(cause.trigger) + Math.min(1, cause.conditions.filter(({ condition }) => condition !== '').length),
  whys: ({ whys }) => flattenWhys(whys.happened).filter(({ why }) => why.text !== '').length,
  learned: ({ learned }) =>
    [...learned.lessons.map((lesson) => lesson.rule), ...learned.wentWell.map((note) => note.text)].filter(
      (text) => text !== '',
    ).length,
  actions: ({ actions }) => actions.items.filter((action) => action.text !== '').length,
};

/** The figure of FILLED from which the question counts as answered without prose. */
const ENOUGH: Record<SectionId, number> = {
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

/** Sections that prose alone can answer; a timeline, the whys and the actions are rows or nothing. */
const ENOUGH_IN_PROSE = new Set<SectionId>([
  'context',
  'customerImpact',
  'impact',
  'noticed',
  'mitigated',
  'cause',
  'learned',
]);

import type { Coe } from '../coe/coe.ts';
import { SECTION_IDS, type SectionId } from '../coe/vocabulary.ts';
import { sameValue } from '../merge/json-value.ts';

/** The words for a section in a list of what changed. */
const SECTION_WORDS: Readonly<Record<SectionId, string>> = {
  context: 'additional context',
  customerImpact: 'customer impact',
  impact: 'impact',
  timeline: 'timeline',
  noticed: 'how it was noticed',
  mitigated: 'how it was mitigated',
  cause: 'root cause',
  whys: 'five whys',
  learned: 'what was learned',
  actions: 'what will change',
};

/** The words for the keys of the header. Keys that are not here are the app's own bookkeeping. */
const HEADER_WORDS: Readonly<Record<string, string>> = {
  title: 'title',
  kind: 'kind',
  happened: 'when it happened',
  times: 'when it happened',
  summary: 'summary',
  severity: 'severity',
  status: 'status',
  lifeArea: 'area of life',
  tags: 'tags',
  patternIds: 'patterns',
  author: 'author',
  coach: 'coach',
  links: 'links',
  lookAgain: 'the day to look again',
  audiences: 'what may be shared',
  unplaced: 'unplaced text',
};

/**
 * What changed between two versions of a COE, in words that give away nothing of the text: `timeline`, `root cause`.
 * `created` and `deleted` stand alone. Empty if only bookkeeping changed.
 */
export function describeStep(before: Coe | null, after: Coe | null): string[] {
  if (before === null || after === null) return before === after ? [] : [after === null ? 'deleted' : 'created'];
  const header = Object.keys(HEADER_WORDS).filter((key) => !sameValue(before[key], after[key]));
  const sections = SECTION_IDS.filter((id) => !sameValue(before.sections[id], after.sections[id]));
  return [...new Set([...header.map((key) => HEADER_WORDS[key] ?? ''), ...sections.map((id) => SECTION_WORDS[id])])];
}

import type { Coe } from '../coe/coe.ts';
import { SECTION_IDS } from '../coe/vocabulary.ts';
import type { Advice, AdviceRuleId } from './advice.ts';
import { checkActions } from './rules/actions.ts';
import { checkCause } from './rules/cause.ts';
import { checkImpact } from './rules/impact.ts';
import { checkTimeline } from './rules/timeline.ts';
import { checkWhys } from './rules/whys.ts';
import { checkWording } from './rules/wording.ts';

/** What decides which advice is given. `off` are the rules that somebody never wants to hear of. */
export type AdviceOptions = { readonly zone: string; readonly off: readonly AdviceRuleId[] };

/**
 * What a good coach would ask about a COE as it stands, in the order of the outline. A section that was left out on purpose or has
 * nothing in it yet is not advised on: advice is about what is there. What was dismissed in this COE does not come back.
 */
export function adviseOn(coe: Coe, { zone, off }: AdviceOptions): Advice[] {
  const names = namesIn(coe);
  const all = [
    ...checkWording(coe, names),
    ...checkImpact(coe),
    ...checkTimeline(coe, zone),
    ...checkCause(coe),
    ...checkWhys(coe, names),
    ...checkActions(coe),
  ];
  const unwanted = new Set<string>([...off, ...coe.dismissed.advice]);
  const seen = new Set<string>();
  return all
    .filter(({ key, rule, section }) => {
      if (unwanted.has(key) || unwanted.has(rule) || coe.sections[section].skipped || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .toSorted((one, other) => SECTION_IDS.indexOf(one.section) - SECTION_IDS.indexOf(other.section));
}

/** People whom this COE names, so that a sentence about one of them is known to be about a person. */
const namesIn = (coe: Coe): string[] =>
  [...new Set([coe.author, coe.coach, ...coe.sections.actions.items.map(({ owner }) => owner)])]
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}/u.test(name) && name.length < 60);

import type { Coe } from '../coe/coe.ts';
import { SECTION_IDS } from '../coe/vocabulary.ts';
import { DEPTHS } from '../guide/depths.ts';
import type { Advice, AdvicePlace, AdviceRuleId } from './advice.ts';
import { peopleNamedIn } from './people-named.ts';
import { checkActions } from './rules/actions.ts';
import { checkCause } from './rules/cause.ts';
import { checkImpact } from './rules/impact.ts';
import { checkTimeline } from './rules/timeline.ts';
import { checkWhys } from './rules/whys.ts';
import { checkWording } from './rules/wording.ts';
import type { JudgedSentences } from './wording/find-wording.ts';

/** `zone` is the time zone of the writer; `off` are the rules turned off in the settings. */
export type AdviceOptions = {
  readonly zone: string;
  readonly off: readonly AdviceRuleId[];
  /** What sentences were judged to be, as far as they were. */
  readonly judged?: JudgedSentences | undefined;
};

/**
 * The advice on a COE, in the order of the outline and without repeats. Skipped and empty sections get none, since
 * advice is about what is written, nor do sections that the depth does not show, since there is no field to answer in.
 * Leaves out rules that are off and advice dismissed in this COE.
 */
export function adviseOn(coe: Coe, { zone, off, judged }: AdviceOptions): Advice[] {
  const names = peopleNamedIn(coe);
  const all = [
    ...checkWording(coe, { names, off, judged }),
    ...checkImpact(coe),
    ...checkTimeline(coe, zone),
    ...checkCause(coe),
    ...checkWhys(coe, names),
    ...checkActions(coe),
  ];
  const unwanted = new Set<string>([...off, ...coe.dismissed.advice]);
  const seen = new Set<string>();
  const shown = DEPTHS.find(({ id }) => id === coe.depth)?.sections ?? SECTION_IDS;
  return all
    .filter(({ key, rule, section, place }) => {
      if (!shown.includes(section) && !isInHeader(place)) return false;
      if (
        unwanted.has(key) ||
        unwanted.has(rule) ||
        (coe.sections[section].skipped && !isInHeader(place)) ||
        seen.has(key)
      )
        return false;
      seen.add(key);
      return true;
    })
    .toSorted((one, other) => SECTION_IDS.indexOf(one.section) - SECTION_IDS.indexOf(other.section));
}

const isInHeader = (place: AdvicePlace | null): boolean =>
  place === 'title' || place === 'summary' || place === 'details';

import type { Coe } from '../coe/coe.ts';
import { SECTION_IDS } from '../coe/vocabulary.ts';
import { sectionState } from '../lifecycle/section-state.ts';
import { quantity } from '../text/format.ts';
import { flattenWhys } from '../whys/tree.ts';

/** How much a COE says, as phrases such as "3 actions"; parts that it does not have are left out. */
export function describeParts(coe: Coe): string[] {
  const { context, impact, timeline, whys, actions } = coe.sections;
  const sections = SECTION_IDS.filter((id) => !['empty', 'skipped'].includes(sectionState(coe, id))).length;
  const counts: [number, string][] = [
    [sections, 'section'],
    [timeline.entries.filter((entry) => entry.what.trim() !== '').length, 'timeline row'],
    [flattenWhys([...whys.happened, ...whys.unnoticed]).filter(({ why }) => why.text.trim() !== '').length, 'why'],
    [actions.items.filter((item) => item.text.trim() !== '').length, 'action'],
    [impact.feelings.filter((feeling) => feeling.word.trim() !== '').length, 'feeling'],
    [
      [context.stateThen, context.confidenceThen].filter((answer) => answer !== null).length +
        (context.stateWords.trim() === '' ? 0 : 1),
      'answer about your state',
    ],
    [coe.unplaced.trim() === '' ? 0 : 1, 'unplaced text'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what]) =>
      what === 'answer about your state' && count > 1 ? `${count} answers about your state` : quantity(count, what),
    );
}

import type { Coe } from '../../coe/coe.ts';
import { SECTION_IDS, type SectionId } from '../../coe/vocabulary.ts';
import { searchableText } from '../../search/searchable-text.ts';
import { type Advice, createAdvice } from '../advice.ts';
import { findWording } from '../wording/find-wording.ts';

const isSection = (place: string): place is SectionId => (SECTION_IDS as readonly string[]).includes(place);

/** Wording that blames, that judges by hindsight, or that is hard on the writer, wherever it stands. */
export function checkWording(coe: Coe, names: readonly string[]): Advice[] {
  const context = { isPersonal: coe.kind !== 'outage', names };
  return searchableText(coe).flatMap(({ where, passages }) =>
    passages.flatMap((passage) =>
      // A why that ends at a person has a check of its own, which asks further.
      findWording(passage, context)
        .filter(({ rule }) => where !== 'whys' || rule !== 'blame-wording')
        .map(({ rule, words }) =>
          // The title and the summary have no section; they are looked at with the context.
          createAdvice(rule, isSection(where) ? where : 'context', `“${words}”`, { words }),
        ),
    ),
  );
}

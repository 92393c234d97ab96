import type { Coe } from '../../coe/coe.ts';
import { SECTION_IDS, type SectionId } from '../../coe/vocabulary.ts';
import { type SearchFieldName, searchableText } from '../../search/searchable-text.ts';
import { type Advice, type AdvicePlace, createAdvice } from '../advice.ts';
import { findWording } from '../wording/find-wording.ts';

const isSection = (field: string): field is SectionId => (SECTION_IDS as readonly string[]).includes(field);

const placeOf = (where: SearchFieldName): AdvicePlace | null => {
  if (isSection(where)) return null;
  return where === 'title' || where === 'summary' ? where : 'details';
};

/** Advice on wording that blames, judges by hindsight or is harsh on the writer, anywhere in a COE. */
export function checkWording(coe: Coe, names: readonly string[]): Advice[] {
  const context = { isPersonal: coe.kind !== 'outage', names };
  return searchableText(coe).flatMap(({ where, passages }) =>
    passages.flatMap((passage) =>
      // Whys that end at a person have a rule of their own.
      findWording(passage, context)
        .filter(({ rule }) => where !== 'whys' || rule !== 'blame-wording')
        // So do actions that rely on care.
        .filter(({ rule }) => where !== 'actions' || rule !== 'weak-action')
        .map(({ rule, words }) =>
          // Title and summary have no section and count as context.
          createAdvice(rule, isSection(where) ? where : 'context', `“${words}”`, { words, place: placeOf(where) }),
        ),
    ),
  );
}

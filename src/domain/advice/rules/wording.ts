import type { Coe } from '../../coe/coe.ts';
import { SECTION_IDS, type SectionId } from '../../coe/vocabulary.ts';
import { type SearchFieldName, searchableText } from '../../search/searchable-text.ts';
import { DEPTHS } from '../../guide/depths.ts';
import { type Advice, type AdvicePlace, type AdviceRuleId, createAdvice } from '../advice.ts';
import { quote } from '../quote.ts';
import { findWording, type JudgedSentences, wordingSentencesIn } from '../wording/find-wording.ts';
import { isEnglish } from '../wording/is-english.ts';
import { JUDGED_RULES } from '../wording/judged-rules.ts';

const isSection = (field: string): field is SectionId => (SECTION_IDS as readonly string[]).includes(field);

const placeOf = (where: SearchFieldName): AdvicePlace | null => {
  if (isSection(where)) return null;
  return where === 'title' || where === 'summary' ? where : 'details';
};

/** In words, as much as is quoted of what is found. */
const LONGEST_QUOTED = 12;

/**
 * Advice on wording that blames, judges by hindsight or is harsh on the writer, anywhere in a COE. Words that are harsh
 * get that remark alone, unless it is off: a second one would read as a reproach.
 */
export function checkWording(
  coe: Coe,
  {
    names,
    off,
    judged,
  }: { names: readonly string[]; off: readonly AdviceRuleId[]; judged: JudgedSentences | undefined },
): Advice[] {
  const isHarshOff = off.includes('harsh-on-oneself');
  const context = { isPersonal: coe.kind !== 'outage', names, judged };
  return searchableText(coe).flatMap(({ where, passages }) =>
    passages.flatMap((passage) =>
      // Whys that end at a person have a rule of their own.
      findWording(passage, context)
        .filter(({ rule }) => where !== 'whys' || rule !== 'blame-wording')
        // So do actions that rely on care.
        .filter(({ rule }) => where !== 'actions' || rule !== 'weak-action')
        .filter(({ isWithinHarsh }) => !isWithinHarsh || isHarshOff)
        .map(({ rule, words, isMeant }) =>
          // Title and summary have no section and count as context.
          createAdvice(rule, isSection(where) ? where : 'context', quoted(words), {
            ...(isMeant ? { sentence: words } : { words }),
            place: placeOf(where),
          }),
        ),
    ),
  );
}

const quoted = (words: string): string => (words.split(' ').length > LONGEST_QUOTED ? quote(words) : `“${words}”`);

/** Characters: the time to compute a vector grows with the sentence. */
const LONGEST_JUDGED = 250;

/**
 * The sentences of a COE that may be judged, each once, without those that are known. None of sections that get no
 * advice, nor any when these checks are off. In outages, phrases alone decide: in technical reports, what fails looks
 * like blame, and a finding like hindsight.
 */
export function sentencesToJudge(
  coe: Coe,
  { off, known }: { readonly off: readonly AdviceRuleId[]; readonly known: JudgedSentences },
): string[] {
  if (coe.kind === 'outage' || JUDGED_RULES.every((rule) => off.includes(rule))) return [];
  const shown = DEPTHS.find(({ id }) => id === coe.depth)?.sections ?? SECTION_IDS;
  const found = searchableText(coe)
    .filter(({ where }) => !isSection(where) || (shown.includes(where) && !coe.sections[where].skipped))
    .flatMap(({ passages }) =>
      passages.flatMap((passage) => wordingSentencesIn(passage).filter((sentence) => passage.includes(sentence))),
    );
  return [...new Set(found)].filter(
    (sentence) => !known.has(sentence) && sentence.length <= LONGEST_JUDGED && isEnglish(sentence),
  );
}

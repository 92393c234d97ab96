import { conditionLabel } from '../guide/conditions.ts';
import { SIGNALS } from '../guide/detection.ts';
import { COE_KIND_LABELS } from '../guide/kinds.ts';
import { TRIGGERS } from '../guide/triggers.ts';
import { lowerFirst, quantity } from '../text/format.ts';
import type { SimilarityFeatures } from './features.ts';
import type { LearnedSimilarity } from './learned.ts';
import { facetRarity, stemRarity } from './rarity.ts';
import type { Comparison, Similarity } from './similarity.ts';
import { findSharedWords } from './shared-phrases.ts';
import { stemOf } from './stem.ts';
import { isTelling } from './telling-words.ts';
import type { FacetType } from './facets.ts';

/** One thing that two COEs have in common, as shown to the writer. */
export type Reason = {
  readonly about:
    | 'conditions'
    | 'trigger'
    | 'ticket'
    | 'signal'
    | 'area'
    | 'people'
    | 'tags'
    | 'kind'
    | 'phrases'
    | 'family'
    | 'dismissals';
  readonly words: string;
};

const MAX_PHRASES = 2;
const MAX_WORDS = 4;
/** Common English words are not worth naming. */
const MIN_RARITY = 0.8;
/** Nor is a word that a good part of the library uses: a name of a service, or a word of the trade. */
const COMMON_SHARE = 0.25;
/** In fewer COEs than this, nothing is common. */
const FEWEST_COES = 8;

/**
 * The reasons why two COEs are similar, the most telling first: causes, a shared ticket and shared phrases before signal, area, people
 * and tags. The same kind alone is not a reason, so the list may be empty.
 */
export function reasonsFor(
  first: SimilarityFeatures,
  second: SimilarityFeatures,
  similarity: Similarity,
  comparison: Comparison,
): Reason[] {
  const { counts } = comparison;
  const shared = (type: FacetType): string[] =>
    similarity.facets
      .filter((facet) => facet.type === type && facetRarity(counts, type, facet.key) > 0)
      .map(({ text }) => text);
  const reasons: Reason[] = [];
  const add = (about: Reason['about'], words: string): void => void reasons.push({ about, words });

  const conditions = shared('condition').map((text) => conditionInSentence(text, conditionLabel(text)));
  if (conditions.length > 0) add('conditions', `Both: ${conditions.join(', ')}`);
  const trigger = TRIGGERS.find(({ id }) => shared('trigger').includes(id));
  if (trigger !== undefined) add('trigger', `The same trigger: ${lowerFirst(trigger.label)}`);
  if (similarity.sameTicket) add('ticket', 'Both refer to the same ticket');
  for (const words of phraseReasons(first, second, comparison)) add('phrases', words);
  const signal = SIGNALS.find(({ id }) => shared('signal').includes(id));
  if (signal !== undefined) add('signal', `The signal both times: ${lowerFirst(signal.label)}`);
  const [area] = shared('area');
  if (area !== undefined) add('area', `Both in: ${area}`);
  if (similarity.people.length > 0) add('people', `Both name: ${similarity.people.join(', ')}`);
  const tags = shared('tag');
  if (tags.length > 0) add('tags', `Both tagged: ${tags.join(', ')}`);
  if (reasons.length > 0 && first.kind === second.kind)
    add('kind', `The same kind: ${lowerFirst(COE_KIND_LABELS[first.kind])}`);
  return reasons;
}

/** What was said before and moved this COE up or down. Not a reason by itself. */
export function learnedReasons(
  { dismissals, relative }: Pick<LearnedSimilarity, 'dismissals' | 'relative'>,
  titleOf: (id: string) => string,
): Reason[] {
  const said: Reason[] = [];
  if (relative !== null) {
    const title = titleOf(relative.id).trim();
    const alike = title === '' ? 'another COE that is alike' : `“${title}”, which is alike`;
    said.push({
      about: 'family',
      words: `${relative.by === 'link' ? 'Linked with' : 'Has the same pattern as'} ${alike}`,
    });
  }
  if (dismissals > 0)
    said.push({ about: 'dismissals', words: `Counts less: dismissed beside ${quantity(dismissals, 'COE')}` });
  return said;
}

function phraseReasons(
  first: SimilarityFeatures,
  second: SimilarityFeatures,
  { counts, templates, compared }: Comparison,
): string[] {
  const own = ({ lines }: SimilarityFeatures): string[] =>
    lines.filter(({ key, isTitle }) => isTitle || !templates.has(key)).map(({ text }) => text);
  const { phrases, words } = findSharedWords(own(first), own(second), (folded) => {
    if (!isTelling(folded)) return 0;
    const stem = stemOf(folded);
    const isCommonHere = compared >= FEWEST_COES && counts.coesWithStem(stem) > counts.size * COMMON_SHARE;
    const rarity = stemRarity(counts, stem);
    return !isCommonHere && rarity >= MIN_RARITY ? rarity : 0;
  });
  if (phrases.length > 0) return [`Both say: ${quoted(phrases.slice(0, MAX_PHRASES))}`];
  return words.length > 0 ? [`Both mention: ${quoted(words.slice(0, MAX_WORDS))}`] : [];
}

const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** The label of a condition within a sentence; a condition of the writer's own stays as written. */
const conditionInSentence = (condition: string, label: string): string =>
  label === condition ? label : lowerFirst(label);

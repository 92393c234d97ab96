import { summarise } from '../catalogue/coe-summary.ts';
import type { Coe } from '../coe/coe.ts';
import type { KindId } from '../coe/vocabulary.ts';
import { foldPassage } from '../search/fold.ts';
import { searchableText, type SearchFieldName } from '../search/searchable-text.ts';
import { eachToken } from '../search/tokens.ts';
import { type Facet, facetsOf } from './facets.ts';
import { stemOf } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** The weight of each stem in a text; `length` is the sum of all weights. */
export type WeightedStems = { readonly weights: ReadonlyMap<string, number>; readonly length: number };

/** Everything about a COE that similarity is computed from. */
export type SimilarityFeatures = {
  readonly id: string;
  readonly kind: KindId;
  readonly facets: readonly Facet[];
  /** The groups affected and the owners of actions, as written. */
  readonly people: readonly string[];
  /** The stems of the title. */
  readonly title: ReadonlySet<string>;
  /** What happened: mostly title, summary, context and impact. */
  readonly story: WeightedStems;
  /** Why it happened and what will change: mostly cause, whys, lessons and actions. */
  readonly why: WeightedStems;
  /** Pairs of stems next to each other, or with one stop word between them, outside the title: `stem stem`. */
  readonly pairs: ReadonlySet<string>;
  /** The texts themselves, the ones with the highest weight first. */
  readonly passages: readonly string[];
};

/** The weight of a word by where it occurs, in the story and in the why. Facets are compared separately. */
const WEIGHTS: Readonly<Record<SearchFieldName, readonly [story: number, why: number]>> = {
  title: [3, 0.3],
  summary: [2, 1],
  tags: [0, 0],
  details: [0, 0],
  context: [1.5, 1],
  customerImpact: [0.8, 0],
  impact: [0.6, 0],
  timeline: [0.4, 0.2],
  noticed: [0.8, 0.5],
  mitigated: [0.6, 0.4],
  cause: [1, 3],
  whys: [1, 3],
  learned: [0.6, 1.5],
  actions: [0.6, 1.2],
  unplaced: [0.5, 0.3],
};

/** Extracts the features of a COE; a COE without text has empty ones. */
export function extractFeatures(coe: Coe): SimilarityFeatures {
  const story = createStemCounter();
  const why = createStemCounter();
  const title = new Set<string>();
  const pairs = new Set<string>();
  const passages: { text: string; weight: number }[] = [];
  const conditions = new Set(coe.sections.cause.conditions.map((row) => row.condition));
  for (const { where, passages: texts } of searchableText(coe)) {
    const [inStory, inWhy] = WEIGHTS[where];
    if (inStory + inWhy === 0) continue;
    for (const text of texts) {
      if (where === 'cause' && conditions.has(text)) continue;
      passages.push({ text, weight: inStory + inWhy });
      eachStem(text, (stem, before) => {
        story.add(stem, inStory);
        why.add(stem, inWhy);
        if (where === 'title') title.add(stem);
        if (before !== null && where !== 'title') pairs.add(`${before} ${stem}`);
      });
    }
  }
  const { customerImpact, actions } = coe.sections;
  return {
    id: coe.id,
    kind: coe.kind,
    facets: facetsOf(summarise(coe)),
    people: distinctNames([
      ...customerImpact.groups.map((group) => group.who),
      ...actions.items.map((item) => item.owner),
    ]),
    title,
    story: story.stems(),
    why: why.stems(),
    pairs,
    passages: passages.sort((first, second) => second.weight - first.weight).map(({ text }) => text),
  };
}

/** Calls back with each stem that is not a stop word, and the stem before it; null with more than one word between. */
function eachStem(text: string, onStem: (stem: string, before: string | null) => void): void {
  let before: string | null = null;
  let between = 0;
  eachToken(foldPassage(text), (token) => {
    if (isStopWord(token)) {
      between += 1;
      return;
    }
    const stem = stemOf(token);
    onStem(stem, between > 1 ? null : before);
    before = stem;
    between = 0;
  });
}

function createStemCounter() {
  const weights = new Map<string, number>();
  let length = 0;
  return {
    add: (stem: string, weight: number): void => {
      if (weight === 0) return;
      weights.set(stem, (weights.get(stem) ?? 0) + weight);
      length += weight;
    },
    stems: (): WeightedStems => ({ weights, length }),
  };
}

/** Words in the place of a name that name nobody. */
const NOT_NAMES = new Set(['', 'me', 'myself', 'i', 'us', 'we', 'the team', 'team', 'everyone', 'customers', 'users']);

const distinctNames = (texts: readonly string[]): string[] => [
  ...new Map(
    texts.map((text) => [foldPassage(text), text.trim()] as const).filter(([folded]) => !NOT_NAMES.has(folded)),
  ).values(),
];

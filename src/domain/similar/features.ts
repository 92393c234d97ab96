import { summarise } from '../catalogue/coe-summary.ts';
import type { Coe } from '../coe/coe.ts';
import type { KindId } from '../coe/vocabulary.ts';
import { foldPassage } from '../search/fold.ts';
import { searchableText, type SearchFieldName } from '../search/searchable-text.ts';
import { type Facet, facetsOf } from './facets.ts';
import { tellingStems, withoutNoise } from './telling-words.ts';
import { type Tickets, ticketsOf } from './tickets.ts';

/** A sentence or a line of a COE, as stems in order. */
export type Line = {
  /** The stems, separated by spaces: the same for two lines that say the same in other forms of the words. */
  readonly key: string;
  readonly stems: readonly string[];
  /** How much its words count, by the field it stands in. */
  readonly weight: number;
  readonly isTitle: boolean;
  /** The line itself, without addresses, ids and numbers. */
  readonly text: string;
};

/** Everything about a COE that similarity is computed from. */
export type SimilarityFeatures = {
  readonly id: string;
  readonly title: string;
  readonly kind: KindId;
  readonly facets: readonly Facet[];
  /** The groups affected and the owners of actions, as written. */
  readonly people: readonly string[];
  /** The tickets that it refers to. */
  readonly tickets: Tickets;
  /** The lines of all fields, the ones with the highest weight first. Lines without a telling word are left out. */
  readonly lines: readonly Line[];
  readonly terms: Terms;
};

/** How much each stem, and each pair of stems that follow one another in a line (`stem stem`), counts in a COE. */
export type Terms = { readonly stems: ReadonlyMap<string, number>; readonly pairs: ReadonlyMap<string, number> };

/**
 * The weight of a word by where it occurs: the title and why it happened count most. Facets are compared separately.
 */
const WEIGHTS: Readonly<Record<SearchFieldName, number>> = {
  title: 3,
  summary: 1.5,
  tags: 0,
  details: 0,
  context: 1,
  customerImpact: 0.7,
  impact: 0.7,
  timeline: 0.6,
  noticed: 0.7,
  mitigated: 0.7,
  cause: 2,
  whys: 2,
  learned: 1.2,
  actions: 1.2,
  unplaced: 0.7,
};

/** The most lines that count, the ones with the highest weight: a report of a hundred pages must stay comparable. */
const MAX_LINES = 400;

/** Extracts the features of a COE; a COE without text has empty ones. */
export function extractFeatures(coe: Coe): SimilarityFeatures {
  const lines: Line[] = [];
  const conditions = new Set(coe.sections.cause.conditions.map((row) => row.condition));
  for (const { where, passages } of searchableText(coe)) {
    const weight = WEIGHTS[where];
    if (weight === 0) continue;
    for (const passage of passages) {
      if (where === 'cause' && conditions.has(passage)) continue;
      for (const text of withoutNoise(passage).split(LINE_END)) {
        const stems = tellingStems(text);
        if (stems.length > 0) lines.push({ key: stems.join(' '), stems, weight, isTitle: where === 'title', text });
      }
    }
  }
  lines.sort((first, second) => second.weight - first.weight);
  lines.splice(MAX_LINES);
  const { customerImpact, actions } = coe.sections;
  return {
    id: coe.id,
    title: coe.title,
    kind: coe.kind,
    facets: facetsOf(summarise(coe)),
    people: distinctNames([
      ...customerImpact.groups.map((group) => group.who),
      ...actions.items.map((item) => item.owner),
    ]),
    tickets: ticketsOf(coe),
    lines,
    terms: termsOf(lines),
  };
}

/** Adds up the terms of some lines. Repetition counts for less and less. */
export function termsOf(lines: readonly Line[]): Terms {
  const stems = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const { stems: inLine, weight } of lines) {
    let before = '';
    for (const stem of inLine) {
      stems.set(stem, (stems.get(stem) ?? 0) + weight);
      if (before !== '' && before !== stem) {
        const pair = `${before} ${stem}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
      }
      before = stem;
    }
  }
  for (const terms of [stems, pairs]) for (const [term, weight] of terms) terms.set(term, Math.log1p(weight));
  return { stems, pairs };
}

const LINE_END = /\n|[.!?;:](?=\s)/;

/** Words in the place of a name that name nobody. */
const NOT_NAMES = new Set(['', 'me', 'myself', 'i', 'us', 'we', 'the team', 'team', 'everyone', 'customers', 'users']);

const distinctNames = (texts: readonly string[]): string[] => [
  ...new Map(
    texts.map((text) => [foldPassage(text), text.trim()] as const).filter(([folded]) => !NOT_NAMES.has(folded)),
  ).values(),
];

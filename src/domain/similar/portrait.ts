import { summarise } from '../catalogue/coe-summary.ts';
import type { Coe } from '../coe/coe.ts';
import type { KindId } from '../coe/vocabulary.ts';
import { foldPassage } from '../search/fold.ts';
import { searchableText, type SearchPlace } from '../search/searchable-text.ts';
import { eachToken } from '../search/tokens.ts';
import { stemOf } from './stem.ts';
import { saysNothing } from './stop-words.ts';
import { type Tick, ticksOf } from './ticks.ts';

/** How much each stem weighs in a text, and how much all of them do. */
export type Words = { readonly weights: ReadonlyMap<string, number>; readonly length: number };

/** What a COE is compared by. */
export type Portrait = {
  readonly id: string;
  readonly kind: KindId;
  readonly ticks: readonly Tick[];
  /** Those it hurt and those who were to act, as they were named. */
  readonly people: readonly string[];
  readonly title: ReadonlySet<string>;
  /** What happened: title, summary, what it cost and whom. */
  readonly story: Words;
  /** Why it happened, and what is to be done. */
  readonly why: Words;
  /** Two words beside each other, or with one between them that says nothing. */
  readonly pairs: ReadonlySet<string>;
  /** The texts themselves, the weightiest first. */
  readonly passages: readonly string[];
};

/** How much a word counts in each place, for the story and for the why. What is ticked is compared by itself. */
const WEIGHTS: Readonly<Record<SearchPlace, readonly [story: number, why: number]>> = {
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
};

/** Draws the portrait of a COE. */
export function portraitOf(coe: Coe): Portrait {
  const story = createWords();
  const why = createWords();
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
    ticks: ticksOf(summarise(coe)),
    people: namesAmong([
      ...customerImpact.groups.map((group) => group.who),
      ...actions.items.map((item) => item.owner),
    ]),
    title,
    story: story.words(),
    why: why.words(),
    pairs,
    passages: passages.sort((first, second) => second.weight - first.weight).map(({ text }) => text),
  };
}

/** Calls back with the stem of each word that says something, and the one before it if no more than one word lies between. */
function eachStem(text: string, take: (stem: string, before: string | null) => void): void {
  let before: string | null = null;
  let between = 0;
  eachToken(foldPassage(text), (token) => {
    if (saysNothing(token)) {
      between += 1;
      return;
    }
    const stem = stemOf(token);
    take(stem, between > 1 ? null : before);
    before = stem;
    between = 0;
  });
}

function createWords() {
  const weights = new Map<string, number>();
  let length = 0;
  return {
    add: (stem: string, weight: number): void => {
      if (weight === 0) return;
      weights.set(stem, (weights.get(stem) ?? 0) + weight);
      length += weight;
    },
    words: (): Words => ({ weights, length }),
  };
}

/** Nobody is named by these. */
const NOT_NAMES = new Set(['', 'me', 'myself', 'i', 'us', 'we', 'the team', 'team', 'everyone', 'customers', 'users']);

const namesAmong = (texts: readonly string[]): string[] => [
  ...new Map(
    texts.map((text) => [foldPassage(text), text.trim()] as const).filter(([folded]) => !NOT_NAMES.has(folded)),
  ).values(),
];

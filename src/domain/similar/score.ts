import { isPersonalKind } from '../guide/kinds.ts';
import { foldPassage } from '../search/fold.ts';
import type { Portrait, Words } from './portrait.ts';
import { type LibraryCounts, rarityOfStem, rarityOfTick } from './rarity.ts';
import type { Tick, TickSort } from './ticks.ts';

/** How alike two COEs are, and what of it. */
export type Likeness = {
  readonly score: number;
  /** Enough to tell a person of it. */
  readonly isStrong: boolean;
  /** The part of the score that is words. */
  readonly words: number;
  /** What is chosen in both, as it stands in the first. */
  readonly ticks: readonly Tick[];
  /** Who is named in both. */
  readonly people: readonly string[];
};

/** How a word that is said more often counts for more, but ever less: half of all it can at this weight. */
const HALF = 4;
/** By how much of its length a text is taken to say everything more often. */
const BY_LENGTH = 0.7;
/** How long a why and a story usually are. */
const USUAL_LENGTH = { why: 60, story: 45 } as const;

const OF_STORY = 0.3;
/** How much a title counts that is told again: no more than three very rare words in it. */
const MOST_OF_TITLE = 3;
const VERY_TELLING = 4.5;
const OF_PAIRS = 0.3;
const OF_TICK: Readonly<Record<TickSort, number>> = { condition: 0.5, trigger: 0.6, signal: 0.4, place: 0.2, tag: 0.2 };
const MOST_OF_TICKS = 5;
const OF_NAME = 0.2;
const SAME_KIND = 0.2;
const OTHER_WORLD = -1;
/** Where both say why, and nothing of it is the same, that counts against them. */
const OTHER_WHY: Readonly<Partial<Record<TickSort, number>>> = { condition: -0.8, trigger: -0.3 };

/** What is enough to be shown: so high a score, with so much of it from words. */
const ENOUGH = 5.6;
const ENOUGH_WORDS = 1.6;
/** Or so much of words alone; more where both say why in choices too, and these have not led that far. Long texts share more by chance. */
const WORDS_ALONE = { said: 4.2, unsaid: 3.2 } as const;
const MORE_IF_LONG = 0.2;

/** Compares two COEs, as much as the library makes of what they have in common. */
export function likenessOf(first: Portrait, second: Portrait, counts: LibraryCounts): Likeness {
  const rarity = rarities(counts);
  const words =
    wordsShared(first.why, second.why, USUAL_LENGTH.why, rarity) +
    OF_STORY * wordsShared(first.story, second.story, USUAL_LENGTH.story, rarity) +
    titleShared(first.title, second.title, rarity) +
    OF_PAIRS * pairsShared(first, second, rarity);
  const theirs = new Set(second.ticks.map(({ key }) => key));
  const ticks = first.ticks.filter(({ key }) => theirs.has(key));
  const ofTicks = ticks.reduce((sum, { sort, key }) => sum + OF_TICK[sort] * rarityOfTick(counts, sort, key), 0);
  const names = new Set(second.people.map(foldPassage));
  const people = first.people.filter((name) => names.has(foldPassage(name)));
  const ofKind =
    first.kind === second.kind
      ? SAME_KIND
      : isPersonalKind(first.kind) === isPersonalKind(second.kind)
        ? 0
        : OTHER_WORLD;
  const nothingInCommon = words === 0 && ticks.length === 0 && people.length === 0;
  const score = nothingInCommon
    ? 0
    : Math.max(
        0,
        words + Math.min(MOST_OF_TICKS, ofTicks) + OF_NAME * people.length + ofKind + against(first, second, ticks),
      );
  const isSaid = saysWhy(first) && saysWhy(second);
  const byWords =
    (isSaid ? WORDS_ALONE.said : WORDS_ALONE.unsaid) * Math.max(1, howLong(first, second) ** MORE_IF_LONG);
  const isStrong = Math.min(score, words) >= byWords || (isSaid && score >= ENOUGH && words >= ENOUGH_WORDS);
  return { score, isStrong, words, ticks, people };
}

function against(first: Portrait, second: Portrait, both: readonly Tick[]): number {
  const has = (ticks: readonly Tick[], sort: string): boolean => ticks.some((tick) => tick.sort === sort);
  return Object.entries(OTHER_WHY)
    .filter(([sort]) => has(first.ticks, sort) && has(second.ticks, sort) && !has(both, sort))
    .reduce((sum, [, weight]) => sum + weight, 0);
}

/** Whether anything is chosen about why it happened. */
const saysWhy = ({ ticks }: Portrait): boolean => ticks.some(({ sort }) => sort === 'condition' || sort === 'trigger');

type Rarity = (stem: string) => number;

/** Rarities that were asked for once are kept: a comparison with many asks for the same ones. */
const keptRarities = new WeakMap<LibraryCounts, Map<string, number>>();

function rarities(counts: LibraryCounts): Rarity {
  const kept = keptRarities.get(counts) ?? new Map<string, number>();
  keptRarities.set(counts, kept);
  return (stem) => {
    const known = kept.get(stem);
    if (known !== undefined) return known;
    const rarity = rarityOfStem(counts, stem);
    kept.set(stem, rarity);
    return rarity;
  };
}

/** BM25 both ways: for each stem of both, its rarity times how much is made of it here and there. */
function wordsShared(first: Words, second: Words, usualLength: number, rarity: Rarity): number {
  const [fewer, more] = first.weights.size <= second.weights.size ? [first, second] : [second, first];
  const half = (length: number): number => HALF * (1 - BY_LENGTH + (BY_LENGTH * length) / usualLength);
  const [fewerHalf, moreHalf] = [half(fewer.length), half(more.length)];
  let sum = 0;
  for (const [stem, weight] of fewer.weights) {
    const other = more.weights.get(stem);
    if (other !== undefined) sum += rarity(stem) * (weight / (weight + fewerHalf)) * (other / (other + moreHalf));
  }
  return sum;
}

/** A title told again word for word says a lot, if its words do; half of it says little. */
function titleShared(first: ReadonlySet<string>, second: ReadonlySet<string>, rarity: Rarity): number {
  const both = [...first].filter((stem) => second.has(stem));
  if (both.length === 0) return 0;
  const telling = both.reduce((sum, stem) => sum + rarity(stem), 0) / VERY_TELLING;
  return (both.length ** 2 / (first.size * second.size)) * Math.min(MOST_OF_TITLE, telling);
}

/** Words that stand side by side in both, less for long texts, which have more of them by chance. */
function pairsShared(first: Portrait, second: Portrait, rarity: Rarity): number {
  const [fewer, more] =
    first.pairs.size <= second.pairs.size ? [first.pairs, second.pairs] : [second.pairs, first.pairs];
  let sum = 0;
  for (const pair of fewer) {
    if (!more.has(pair)) continue;
    const [one = '', other = ''] = pair.split(' ');
    sum += Math.max(0, (rarity(one) + rarity(other)) / 2 - 1);
  }
  return sum / Math.max(1, Math.sqrt(howLong(first, second)));
}

/** How many times as long as usual the two are, taken together. */
const howLong = (first: Portrait, second: Portrait): number =>
  Math.sqrt(first.why.length * second.why.length) / USUAL_LENGTH.why;

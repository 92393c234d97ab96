import { conditionLabel } from '../guide/conditions.ts';
import { SIGNALS } from '../guide/detection.ts';
import { COE_KIND_LABELS } from '../guide/kinds.ts';
import { TRIGGERS } from '../guide/triggers.ts';
import { lowerFirst } from '../text/format.ts';
import type { Portrait } from './portrait.ts';
import { type LibraryCounts, rarityOfStem } from './rarity.ts';
import type { Likeness } from './score.ts';
import { sharedWords } from './shared-phrases.ts';
import { stemOf } from './stem.ts';
import type { TickSort } from './ticks.ts';

/** What two COEs have in common, in words for people. */
export type Reason = {
  readonly about: 'conditions' | 'trigger' | 'signal' | 'place' | 'people' | 'tags' | 'kind' | 'phrases';
  readonly words: string;
};

const MOST_PHRASES = 2;
const MOST_WORDS = 4;
/** A word that stands in more than about every seventh COE is not worth naming. */
const WORTH_NAMING = 2;

/** Says why two COEs are alike: what is told in both, then what was chosen in both. That only their kind is the same is no reason. */
export function reasonsFor(first: Portrait, second: Portrait, likeness: Likeness, counts: LibraryCounts): Reason[] {
  const ticked = (sort: TickSort): string[] =>
    likeness.ticks.filter((tick) => tick.sort === sort).map(({ text }) => text);
  const reasons: Reason[] = [];
  const say = (about: Reason['about'], words: string): void => void reasons.push({ about, words });

  const conditions = ticked('condition').map((text) => inSentence(text, conditionLabel(text)));
  if (conditions.length > 0) say('conditions', `Both: ${conditions.join(', ')}`);
  const trigger = TRIGGERS.find(({ id }) => ticked('trigger').includes(id));
  if (trigger !== undefined) say('trigger', `The same trigger: ${lowerFirst(trigger.label)}`);
  for (const words of phrasesOf(first, second, counts)) say('phrases', words);
  const signal = SIGNALS.find(({ id }) => ticked('signal').includes(id));
  if (signal !== undefined) say('signal', `The signal both times: ${lowerFirst(signal.label)}`);
  const [place] = ticked('place');
  if (place !== undefined) say('place', `Both in: ${place}`);
  if (likeness.people.length > 0) say('people', `Both name: ${likeness.people.join(', ')}`);
  const tags = ticked('tag');
  if (tags.length > 0) say('tags', `Both tagged: ${tags.join(', ')}`);
  if (reasons.length > 0 && first.kind === second.kind)
    say('kind', `The same kind: ${lowerFirst(COE_KIND_LABELS[first.kind])}`);
  return reasons;
}

function phrasesOf(first: Portrait, second: Portrait, counts: LibraryCounts): string[] {
  const { phrases, words } = sharedWords(first.passages, second.passages, (folded) => {
    const rarity = rarityOfStem(counts, stemOf(folded));
    return rarity >= WORTH_NAMING && /\p{L}/u.test(folded) ? rarity : 0;
  });
  if (phrases.length > 0) return [`Both say: ${quoted(phrases.slice(0, MOST_PHRASES))}`];
  return words.length > 0 ? [`Both speak of: ${quoted(words.slice(0, MOST_WORDS))}`] : [];
}

const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** A condition within a sentence; the person's own word stays as it was written. */
const inSentence = (condition: string, label: string): string => (label === condition ? label : lowerFirst(label));

import { hindsightIn } from './judged-later.ts';
import { isJudged, type JudgedRule } from './judged-rules.ts';
import { PERSON } from './people.ts';
import { JUDGEMENTS, onlyWith, type Phrase, REPROACHES } from './phrases.ts';
import { predicatesIn } from './predicates.ts';
import { HARSH } from './self-talk.ts';
import { sentencesIn } from './sentences.ts';
import { reproachIn } from './reproaches.ts';

/** A phrase worth another look, and the rule it matches. */
export type WordingMatch = {
  readonly rule: 'blame-wording' | 'hindsight-wording' | 'harsh-on-oneself' | 'weak-action';
  readonly words: string;
  /** Whether `words` are a whole sentence, which was judged and has none of the phrases. */
  readonly isMeant: boolean;
  /** Whether it is blame or hindsight about words that are also harsh on the writer, which have a match of their own. */
  readonly isWithinHarsh: boolean;
};

/** What the check knows about the writer and the people involved. */
export type WordingContext = {
  /** Whether the COE is about the writer's own life; only then does harsh self-talk count. */
  readonly isPersonal: boolean;
  /** Names of the author, the coach and the owners of actions. */
  readonly names: readonly string[];
  /** What sentences were judged to be, if they were. */
  readonly judged?: JudgedSentences | undefined;
};

/** Sentences as `wordingSentencesIn` gives them, with the rules that each was judged to be about. */
export type JudgedSentences = ReadonlyMap<string, readonly JudgedRule[]>;

/** The sentences of a text as the wording checks read them, without quotations and code. */
export const wordingSentencesIn = (text: string): string[] =>
  sentencesIn(
    text.replace(/\b(should|could|would)(?:[’']ve|a| of(?= (?:\w+ly )?\w+(?:ed|en|ght|ne|own)\b))\b/gi, '$1 have'),
  );

/** Before words that are denied or only supposed: "it wasn't that", "I don't think it was", "I thought that". */
export const NOT_MEANT =
  /(?:(?:\bnot|n[’']t)(?:\s+true)?(?:\s+(?:that|because|really|entirely))?|n[’']t (?:think|believe|feel)(?: that)?(?: (?:it|this) (?:was|is))?|(?<!\b(?:little|second|no|some|any) )\b(?:thought|believed|supposed|assumed)(?: that)?)\s+$/i;

/** Before what somebody else says of the writer. */
const SAID_BY_OTHERS =
  /\b(?:said|says|screamed|shouted|told (?:her|him|me|them|us)|wrote|yelled)(?: (?:at|to) (?:her|him|me|them|us))?(?: that)?\s+$/i;

/** A promise to be more careful, which changes nothing; in actions, a rule of its own finds it. */
const PROMISES: readonly Phrase[] = [
  onlyWith(
    /\b(?:careful|attentive|vigilant|disciplined|attention|harder|more care)\b/i,
    new RegExp(
      String.raw`\b(?:${PERSON}|all)\s+(?:just\s+|simply\s+|really\s+|all\s+)*(?:need to|needs to|have to|must|should|will|ought to|ll)\s+(?:just\s+|simply\s+|all\s+)*(?:be more (?:careful|attentive|vigilant|disciplined)|pay (?:more|better) attention|try harder|take more care|be careful next time)\b`,
      'i',
    ),
  ),
  /^(?:just\s+|to\s+)?(?:be more (?:careful|attentive|vigilant)|be careful|pay more attention|try harder)(?:\s+(?:next time|in (?:the )?future|from now on))?$/i,
];

/**
 * Finds wording that blames a person, judges by hindsight or, in personal kinds, is harsh on the writer; each phrase
 * once. It looks at who did what: of 84 uses of "failed to" in 391 real reports, a person is the subject of four.
 * Quotations and code are ignored. Where a sentence about private life was judged, that decides: a phrase in it may be
 * innocent, and a sentence without one is found as a whole. Sources: blameless postmortems, and for self-talk the list
 * of cognitive distortions used in cognitive behavioural therapy.
 */
export function findWording(text: string, { isPersonal, names, judged }: WordingContext): WordingMatch[] {
  const people = knownNames(names);
  const hits = wordingSentencesIn(text).flatMap((sentence) => {
    const predicates = predicatesIn(sentence, people).filter(({ start }) => !NOT_MEANT.test(sentence.slice(0, start)));
    const said = (judge: typeof reproachIn): string | undefined => {
      for (const predicate of predicates) {
        const words = judge(predicate);
        if (words !== null) return predicate.quote(words);
      }
      return undefined;
    };
    const phraseIn = (patterns: readonly Phrase[], notAfter: RegExp | null = null): string | undefined =>
      patterns
        .map((pattern) => pattern.exec(sentence))
        .find((match) => {
          const until = sentence.slice(0, match?.index);
          return match !== null && !NOT_MEANT.test(until) && notAfter?.test(until) !== true;
        })?.[0];
    const found: readonly [WordingMatch['rule'], string | undefined][] = [
      ['blame-wording', said(reproachIn) ?? phraseIn(REPROACHES)],
      ['hindsight-wording', said(hindsightIn) ?? phraseIn(JUDGEMENTS)],
      ['harsh-on-oneself', isPersonal ? phraseIn(HARSH, SAID_BY_OTHERS) : undefined],
      ['weak-action', phraseIn(PROMISES)],
    ];
    const judgement = isPersonal ? judged?.get(sentence) : undefined;
    const matches = found.flatMap(([rule, phrase]) => {
      const isMeant = judgement?.some((each) => each === rule) === true;
      if (judgement !== undefined && isJudged(rule) && !isMeant) return [];
      if (phrase !== undefined) return [{ rule, words: phrase, isMeant: false }];
      // Words that were left out of a sentence, or written otherwise, cannot be quoted.
      return isMeant && text.includes(sentence) ? [{ rule, words: sentence, isMeant: true }] : [];
    });
    const harsh = matches.find(({ rule }) => rule === 'harsh-on-oneself')?.words;
    return matches.map((match): WordingMatch => ({
      ...match,
      words: match.words.trim().replace(/\s+/g, ' '),
      isWithinHarsh:
        /^(?:blame|hindsight)-/.test(match.rule) && harsh !== undefined && overlap(sentence, match.words, harsh),
    }));
  });
  const seen = new Set<string>();
  return hits.filter(({ rule, words, isWithinHarsh }) => {
    const key = `${rule} ${isWithinHarsh} ${words.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether two parts of a sentence have a character of it in common. */
function overlap(sentence: string, one: string, other: string): boolean {
  const [start, otherStart] = [sentence.indexOf(one), sentence.indexOf(other)];
  return start < otherStart + other.length && otherStart < start + one.length;
}

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The parts of some names in lower case. They are split once for all passages of a COE, which share their array. */
export function knownNames(names: readonly string[]): ReadonlySet<string> {
  const found =
    known.get(names) ??
    new Set(names.flatMap((name) => name.trim().toLowerCase().split(/\s+/)).filter((name) => name.length > 1));
  known.set(names, found);
  return found;
}

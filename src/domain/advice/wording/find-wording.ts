import { personPattern } from './people.ts';
import { sentencesIn } from './sentences.ts';

/** A phrase worth another look, and the rule it matches. */
export type WordingMatch = {
  readonly rule: 'blame-wording' | 'hindsight-wording' | 'harsh-on-oneself';
  readonly words: string;
};

/** What the check knows about the writer and the people involved. */
export type WordingContext = {
  /** Whether the COE is about the writer's own life; only then does harsh self-talk count. */
  readonly isPersonal: boolean;
  /** Names of the author, the coach and the owners of actions. */
  readonly names: readonly string[];
};

/** Up to three words between a person and what they did: "had simply", "also", "on call". */
const BETWEEN = String.raw`(?:\s+(?!and\b|but\b|that\b|which\b|because\b|if\b|when\b)[\w’'-]+){0,3}?`;

const PARTICIPLE = String.raw`(?:been|done|known|seen|told|gone|made|taken|written|thought|caught|kept|read|asked|had|said|felt|left|sent|paid|let|put|set|met|held|found|stood|spent|\w+(?:ed|en|ght))`;

const ROLE_ONLY = String.raw`(?!we\b|they\b|people\b|someone\b|somebody\b|nobody\b|no one\b|everyone\b|everybody\b)`;

/**
 * Finds wording that blames a person, judges by hindsight or, in personal kinds, is harsh on the writer; each phrase
 * once. It looks at the subject of a sentence: of 84 uses of "failed to" in 391 real reports, a person is the subject
 * of four. Quotations and code are ignored. Sources: blameless postmortems, and for self-talk the list of cognitive
 * distortions used in cognitive behavioural therapy.
 */
export function findWording(text: string, { isPersonal, names }: WordingContext): WordingMatch[] {
  const person = personPattern(names);
  const rules: [WordingMatch['rule'], RegExp[]][] = [
    ['blame-wording', blame(person)],
    ['hindsight-wording', hindsight(person)],
    ['harsh-on-oneself', isPersonal ? HARSH : []],
  ];
  const hits = sentencesIn(text).flatMap((sentence) =>
    rules.flatMap(([rule, patterns]) => {
      const found = patterns.map((pattern) => pattern.exec(sentence)?.[0]).find((words) => words !== undefined);
      return found === undefined ? [] : [{ rule, words: found.trim().replace(/\s+/g, ' ') }];
    }),
  );
  const seen = new Set<string>();
  return hits.filter(({ rule, words }) => {
    const key = `${rule} ${words.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A person who failed, forgot or neglected; a person called careless; a cause called human error. */
const blame = (person: string): RegExp[] => [
  new RegExp(
    String.raw`\b${person}${BETWEEN}\s+(?:(?:failed|fails|fail|neglected|neglects|omitted)\s+to\s+\w+|(?:forgot|forgets|forgotten)\s+(?:to\s+\w+|about\b|that\b|the\b|it\b|my\b|his\b|her\b|their\b|our\b))`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?!nobody\b|no one\b)${person}\s+(?:was|were|am|is|are|had been|being)\s+(?:\w+\s+)?(?:careless|negligent|sloppy|incompetent|lazy|reckless|at fault|to blame|irresponsible)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${person}\s+(?:did\s*n[o’']t|did not|never)\s+(?:even\s+)?(?:bother|care|pay attention|think|double[- ]check)\b`,
    'i',
  ),
  /\b(?:due to|caused by|because of|root cause (?:was|is)|down to|attributed to|simply|just|a case of|result of)\s+(?:a\s+|an\s+|\w+\s+)?(?:human|operator|user|pilot) error\b/i,
  /\b(?:his|her|their|my|our|your|[A-Z][a-z]+[’']s) (?:carelessness|negligence|sloppiness|incompetence|laziness|stupidity|oversight|fault)\b/,
];

/**
 * What a person should, could or would have done, and words that make it sound obvious. Hypothetical people do not
 * count.
 */
const hindsight = (person: string): RegExp[] => [
  new RegExp(
    String.raw`(?<!\ban?\s+(?:[\w-]+\s+)?)\b${ROLE_ONLY}${person}\s+(?:should|could|would|ought to)(?:\s+not|n[’']t)?(?:\s+(?:really|easily|simply|just|have known to))?\s+have\s+(?:\w+ly\s+)?${PARTICIPLE}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\bwe\s+(?:really\s+|simply\s+|obviously\s+|clearly\s+)?(?:should|ought to)(?:\s+not|n[’']t)?\s+have\s+(?:known|seen|noticed|realised|realized)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${person}\s+(?:obviously|clearly|simply|just)\s+(?:did\s*n[’']t|did not|should|had to|needed to|ignored|missed|overlooked)\b`,
    'i',
  ),
  /\b(?:it was|it is|this was|that was) (?:obvious|blatantly clear|plain to see|a no-brainer)\b/i,
];

/** Labels, absolutes, mind reading and "should" directed at oneself. */
const HARSH: RegExp[] = [
  /\bI(?:[’']m|\s+am|\s+was|\s+feel like|\s+must be)\s+(?:just\s+|really\s+|clearly\s+|obviously\s+|such\s+)?(?:an?\s+)?(?:(?!the\b)\w+\s+)?(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden)\b/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|completely\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|incompetent|unlovable|terrible|awful|horrible|bad|rotten)(?:\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human|at everything))?\s*$/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|terrible|awful|horrible|bad|rotten)\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human)\b/i,
  /\bI\s+(?:always|never|constantly)\s+(?:\w+\s+){0,2}?(?:forget|fail|mess|ruin|spoil|miss|screw|disappoint|lose|let|get (?:it|anything|things) right|learn|manage|do anything right|finish)\b/i,
  /\b(?:typical me|typical of me|that[’']s so me|just like me|story of my life)\b/i,
  /\b(?:every(?:one|body)|they all|all of them|no(?: one|body))\s+(?:must\s+|will\s+|ever\s+|probably\s+|surely\s+|now\s+)*(?:thinks?|knows?|hates?|laughs?|despises?|trusts?|believes?|respects?)\b[^.]*\b(?:me|I)\b/i,
  /\bI\s+should\s+(?:be ashamed|have known better|know better)\b/i,
  /\b(?:stupid|dumb|idiotic|pathetic) of me\b/i,
  /\b(?:all|entirely|completely) my (?:own )?fault\b/i,
  /\bI\s+(?:hate|despise|can[’']t forgive|cannot forgive|will never forgive) myself\b/i,
  /\bhow could I (?:be|have been) so\b/i,
];

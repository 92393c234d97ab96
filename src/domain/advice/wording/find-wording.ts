import { personPattern } from './people.ts';
import { sentencesIn } from './sentences.ts';

/** A phrase worth another look, and the rule it matches. */
export type WordingMatch = {
  readonly rule: 'blame-wording' | 'hindsight-wording' | 'harsh-on-oneself' | 'weak-action';
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

/** What only a person does, so that a capitalised word before it is a name and not a product. */
const HUMAN_ACT = String.raw`(?:checked|known|told|asked|read|thought|listened|called|spoken|warned|remembered|realised|realized|waited|tested|looked|apologised|apologized|tried|paid|cared|helped|noticed|bothered|left|phoned|written|said)`;

/** A capitalised word that is not the article, pronoun or other word that often starts a sentence. */
const NAME = String.raw`(?!(?:The|A|An|This|That|These|Those|It|Its|There|Here|What|Which|Who|When|Where|If|In|On|At|As|And|But|So|Or|No|Not|Nothing|All|Some|Each|Every|One|Our|My|Your|His|Her|Their|More|Most|Both|Other|Another|Such|Then|Also|Perhaps|Maybe|Alerts?|Monitoring|Tests?)\b)[A-Z][a-z]+`;

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
    ['weak-action', weak(person)],
  ];
  const hits = sentencesIn(text.replace(/\b(should|could|would)[’']ve\b/gi, '$1 have')).flatMap((sentence) =>
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

/**
 * A person who failed, forgot, neglected or never does something; a person called careless; a cause called human error.
 */
const blame = (person: string): RegExp[] => [
  new RegExp(
    String.raw`(?<!\bkind of (?:an? )?)\b${person}${BETWEEN}\s+(?:(?:failed|fails|fail|neglected|neglects|omitted)\s+to\s+\w+|(?:forgot|forgets|forgotten)\s+(?:to\s+\w+|about\b|that\b|the\b|it\b|my\b|his\b|her\b|their\b|our\b))`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?!nobody\b|no one\b)${person}\s+(?:was|were|am|is|are|had been|being)\s+(?:\w+\s+)?(?:careless(?!\s+with\s+praise)|negligent|sloppy|incompetent|lazy|reckless|at fault|to blame|irresponsible)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${person}\s+(?:did\s*n[o’']t|did not|never)\s+(?:even\s+)?(?:bother|care|pay attention|think|double[- ]check)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\bbecause\s+(?:the\s+|our\s+|my\s+|his\s+|her\s+|their\s+)?${person}(?:\s+on[- ]call)?\s+(?:did\s*n[o’']t|did not|never|had\s*n[o’']t|had not)\s+(?:even\s+|bother(?:ed)? to\s+)?(?:read|check|test|follow|listen|look|verify|think)(?:ed)?\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${person}\s+(?:\w+ly\s+)?(?:(?:broke|ruined|botched|wrecked)\s+(?:production|prod|everything|it)|(?:ruined|botched|wrecked)\s+(?:the|our|my)\s+\w+)\b|\b${person}\s+(?:really\s+|just\s+|completely\s+)?(?:screwed|messed|fucked)\s+(?:it\s+|this\s+|that\s+)?up\b|\b${person}\s+dropped the ball\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?!(?:i|we|you|nobody|no one)\b)${person}\s+(?:never|always)\s+(?:even\s+)?(?:helps?|listens?|cares?|thinks? (?:about|of)|answers?\s+(?:me|us|my)|repl(?:y|ies)|tells? (?:me|us)|asks? (?:me|us)|appreciates?|apologi[sz]es?|forgets?|ignores?|complains?|blames?|lies|lets? (?:me|us))\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:${NAME}|[Hh]e|[Ss]he)\s+(?:(?:forgot|neglected)\s+to\s+\w+|(?:did\s*n[o’']t|did not|never)\s+(?:even\s+)?(?:check|validate|verify|test|read|review|follow|listen|look|bother|double-check)\b)`,
  ),
  new RegExp(
    String.raw`\b(?:${person}|team)\s+(?:simply\s+|just\s+|clearly\s+)?(?:missed\s+the\s+(?:\w+\s+)?(?:bug|alert|alarm|error|warning|signs?|mistake|deadline)|rushed\b)`,
    'i',
  ),
  new RegExp(
    String.raw`\b${NAME}\s+(?:\w+ed|ran|made|sent|put|wrote|pushed|did|went|shipped)\b(?:\s+[\w’'-]+){0,6}?\s+without\s+(?:\w+\s+)?(?:review|approval|permission|testing|tests|checking|asking|thinking|reading|telling)\b`,
  ),
  new RegExp(
    String.raw`\b${NAME}\s+(?:never|always)\s+(?:even\s+)?(?:helps|listens|cares|answers\s+(?:me|us)|replies|tells (?:me|us)|asks (?:me|us)|appreciates|apologi[sz]es|blames|lets (?:me|us))\b`,
  ),
  new RegExp(
    String.raw`\black of (?:attention|care|diligence|discipline|effort|interest|competence|professionalism|common sense)\s+(?:by|from|on the part of|of)\s+(?:the\s+|our\s+|my\s+)?(?:${person}|on[- ]call)`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:process|procedure|rules?|policy|runbook|checklist|instructions|guidelines?)\s+(?:was|were)\s*(?:not|n[’']t|never|simply not)\s+followed\s+by\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?!nobody\b|no one\b)${person}\s+(?:(?:could|can)(?:not|\s*n[’']t|\s+not)\s+be bothered|(?:was|were|is|are) too lazy|(?:did\s*n[o’']t|did not)\s+do\s+(?:his|her|their|my|our)\s+job)\b|\b(?:nobody|no one)\s+(?:even\s+)?bothered\s+to\b`,
    'i',
  ),
  /\b(?:rookie|stupid|careless|sloppy|dumb|amateur(?:ish)?|idiotic) (?:mistakes?|errors?)\b/i,
  /\b(?:due to|caused by|because of|root cause (?:was|is)|down to|attributed to|simply|just|a case of|result of|this was|it was|that was)\s+(?:a\s+|an\s+|\w+\s+)?(?:human|operator|user|pilot) error\b/i,
  /\b(?:his|her|their|my|our|your|[A-Z][A-Za-z]*[’']s|the \w+[’']s) (?:carelessness|negligence|sloppiness|incompetence|laziness|stupidity|oversight|fault)\b/,
];

/**
 * What a person should, could or would have done, and words that make it sound obvious. Hypothetical people do not
 * count, nor does what others should have done to them.
 */
const hindsight = (person: string): RegExp[] => [
  new RegExp(
    String.raw`(?<!\ban?\s+(?:[\w-]+\s+)?)\b${ROLE_ONLY}${person}\s+(?:should|could|would|ought to)(?:\s+not|n[’']t)?(?:\s+(?:really|easily|simply|just|have known to))?\s+have\s+(?:\w+ly\s+)?(?!been\s+\w+(?:ed|en|ght|ld)\b)${PARTICIPLE}\b`,
    'i',
  ),
  new RegExp(String.raw`\b${NAME}\s+should(?:\s+really|\s+simply|\s+just)?\s+have\s+(?:\w+ly\s+)?${HUMAN_ACT}\b`),
  new RegExp(
    String.raw`\bwe\s+(?:really\s+|simply\s+|obviously\s+|clearly\s+)?(?:should|ought to)(?:\s+not|n[’']t)?\s+have\s+(?:known|seen|noticed|realised|realized|caught|spotted|thought|listened|asked|paid)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${person}\s+(?:obviously|clearly|simply|just)\s+(?:did\s*n[’']t|did not|should|had to|needed to|ignored|missed|overlooked)\b`,
    'i',
  ),
  new RegExp(String.raw`\bif only\s+(?:the\s+|my\s+|our\s+)?${person}(?:[’']d|\s+had|\s+would)\b`, 'i'),
  new RegExp(
    String.raw`\bhad\s+(?:i|we|he|she|they)\s+(?:only|just|simply)\s+\w+|\ball\s+(?:i|we|he|she|they)\s+had to do was\b|\bhow could\s+(?:i|we|he|she|they|anyone)\s+(?:not\s+(?:see|know|notice)|miss|have missed|overlook)\b`,
    'i',
  ),
  /\b(?:everyone|everybody|anyone|anybody|any (?:competent|decent|reasonable|sane) \w+)\s+(?:knows|knew|should know|should have known|would have (?:known|seen|noticed|checked)|could have seen|can see)\s*(?:that\b|you\b|not to\b|better\b|this\b|it\b)/i,
  /\b(?:it was|it is|this was|that was|it should have been|this should have been) (?:obvious|blatantly clear|plain to see|a no-brainer)\b(?!\s+(?:from|in)\b)/i,
];

/** A promise to be more careful, which changes nothing; in actions, a rule of its own finds it. */
const weak = (person: string): RegExp[] => [
  new RegExp(
    String.raw`\b(?:${person}|you|all)\s+(?:just\s+|simply\s+|really\s+|all\s+)*(?:need to|needs to|have to|must|should|will|ought to|ll)\s+(?:just\s+|simply\s+|all\s+)*(?:be more (?:careful|attentive|vigilant|disciplined)|pay (?:more|better) attention|try harder|take more care|be careful next time)\b`,
    'i',
  ),
  /^(?:just\s+|to\s+)?(?:be more (?:careful|attentive|vigilant)|be careful|pay more attention|try harder)(?:\s+(?:next time|in (?:the )?future|from now on))?$/i,
];

/** Labels, absolutes, mind reading and "should" directed at oneself. */
const HARSH: RegExp[] = [
  /\bI(?:[’']m|\s+am|\s+was|\s+feel like|\s+must be)\s+(?:just\s+|really\s+|clearly\s+|obviously\s+|such\s+)?(?:an?\s+)?(?:(?!the\b)\w+\s+)?(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden)\b/i,
  /\bI(?:[’']m|\s+am|\s+was|\s+feel|\s+felt)\s+(?:so\s+|just\s+|really\s+|completely\s+|utterly\s+|such\s+)?(?:stupid|dumb|useless|worthless|pathetic|hopeless|incompetent|unlovable)(?:$|,|\s(?:and|but|for|to|that|because)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|completely\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|incompetent|unlovable|terrible|awful|horrible|bad|rotten)(?:\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human|at everything))?\s*(?:$|,|\s(?:and|but|for|to|that|because)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|terrible|awful|horrible|bad|rotten)\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human)\b/i,
  /\bI\s+(?:always|never|constantly)\s+(?:\w+\s+){0,2}?(?:forget|fail|mess|ruin|spoil|miss|screw|disappoint|lose|let|get (?:it|anything|things) right|learn|manage|do anything right|finish)\b/i,
  /\b(?:typical me|typical of me|that[’']s so me|just like me|story of my life)\b/i,
  /\b(?:every(?:one|body)|they all|all of them|no(?: one|body))\s+(?:must\s+|will\s+|ever\s+|probably\s+|surely\s+|now\s+)*(?:thinks?|knows?|hates?|laughs?|despises?|trusts?|believes?|respects?)\b[^.]*\b(?:me|I)\b/i,
  /\bI\s+should\s+(?:be ashamed|have known better|know better)\b/i,
  /\b(?:stupid|dumb|idiotic|pathetic) of me\b/i,
  /\b(?:all|entirely|completely) my (?:own )?fault\b/i,
  /\bI\s+(?:hate|despise|can[’']t forgive|cannot forgive|will never forgive) myself\b/i,
  /\bhow could I (?:be|have been) so\b/i,
  /\bwhat (?:kind|sort) of (?:an? )?(?:person|human|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|idiot|monster)\s+(?:forgets|does|would|misses|am I|lets|leaves|says|says?)\b/i,
  /\bI(?:[’']ve|\s+have)?\s+(?:really\s+)?(?:let|failed|disappointed)\s+(?:everyone|everybody|them all|all of (?:them|you)|my (?:whole |entire )?family|the whole \w+)\b/i,
  /\bI\s+(?:fully\s+|probably\s+|really\s+)?(?:deserved? (?:it|this|that|to be (?:fired|punished|alone|left|laughed at))|ruin(?:ed)? everything|mess(?:ed)? everything up|blame (?:only\s+)?myself|suck\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:just\s+|simply\s+|clearly\s+)?(?:no good|(?:not|never) good enough(?!\s+at\b)|the worst|nothing|a nobody|a mess|a joke|broken|an embarrassment|beyond help|not (?:cut out|made) for)\b/i,
  /\bI(?:[’']ll|\s+will|\s+am going to|[’']m going to)\s+(?:always|never)\s+(?:be|amount|learn|find|get|have|change)\b|\bI(?:[’']m|\s+am)\s+(?:totally\s+|completely\s+)?incapable of\b/i,
  /\bI\s+know\s+(?:that\s+)?I(?:[’']ll|[’']m going to|\s+will|\s+am going to)\s+(?:mess|fail|ruin|screw|lose|disappoint)\b|\bI must be (?:an? )?(?:\w+\s+)?(?:idiot|failure|person|loser|monster)\b/i,
  /\b(?:he|she|they|everyone|everybody|people) must (?:all\s+|really\s+)?(?:hate|despise|think)\b[^.]*\b(?:me|I)\b|\bno(?: one|body) will ever (?:take|love|want|trust|hire|forgive)\b/i,
  /\bI\s+can(?:[’']t|not)\s+(?:ever\s+)?(?:do|get) anything right\b|\bwhat(?:[’']s| is) wrong with me\b|\bit(?:[’']s| is| was) all because of me\b|\bI\s+(?:have|had)\s+no (?:excuse|right to)\b/i,
];

import { GROUP, personPattern } from './people.ts';
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

/** What an attentive person does, after "would have" or "could have". */
const PERCEIVED = String.raw`(?:seen|noticed|known|caught|realised|realized|spotted|found|avoided|prevented|checked|asked|read|looked|tested|told|called|rung|understood|guessed|foreseen|recognised|recognized|thought|done)`;

const ROLE_ONLY = String.raw`(?!we\b|they\b|people\b|someone\b|somebody\b|nobody\b|no one\b|everyone\b|everybody\b)`;

/** Before words that are denied or only supposed: "it wasn't that", "I don't think it was", "I thought that". */
const NOT_MEANT =
  /(?:(?:\bnot|n[’']t)(?:\s+(?:that|because|really|entirely))?|n[’']t (?:think|believe|feel)(?: that)?(?: (?:it|this) (?:was|is))?|\b(?:thought|believed|supposed|assumed)(?: that)?)\s+$/i;

/**
 * Finds wording that blames a person, judges by hindsight or, in personal kinds, is harsh on the writer; each phrase
 * once. It looks at the subject of a sentence: of 84 uses of "failed to" in 391 real reports, a person is the subject
 * of four. Quotations and code are ignored. Sources: blameless postmortems, and for self-talk the list of cognitive
 * distortions used in cognitive behavioural therapy.
 */
export function findWording(text: string, { isPersonal, names }: WordingContext): WordingMatch[] {
  const rules = rulesFor(names).filter(([rule]) => isPersonal || rule !== 'harsh-on-oneself');
  const hits = sentencesIn(text.replace(/\b(should|could|would)[’']ve\b/gi, '$1 have')).flatMap((sentence) =>
    rules.flatMap(([rule, patterns]) => {
      const found = patterns
        .map((pattern) => pattern.exec(sentence))
        .find((match) => match !== null && !NOT_MEANT.test(sentence.slice(0, match.index)));
      return found ? [{ rule, words: found[0].trim().replace(/\s+/g, ' ') }] : [];
    }),
  );
  const seen = new Set<string>();
  return hits.filter(({ rule, words }) => {
    const key = `${rule} ${words.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

const compiled = new WeakMap<readonly string[], readonly [WordingMatch['rule'], readonly RegExp[]][]>();

/** The patterns of each rule. They are built once for all passages of a COE, which share their array of names. */
function rulesFor(names: readonly string[]): readonly [WordingMatch['rule'], readonly RegExp[]][] {
  const known = compiled.get(names);
  if (known !== undefined) return known;
  const person = personPattern(names);
  const rules: readonly [WordingMatch['rule'], readonly RegExp[]][] = [
    ['blame-wording', blame(person)],
    ['hindsight-wording', hindsight(person)],
    ['harsh-on-oneself', HARSH],
    ['weak-action', weak(person)],
  ];
  compiled.set(names, rules);
  return rules;
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
    String.raw`\b${person}\s+(?:\w+ly\s+)?(?:(?:broke|ruined|botched|wrecked)\s+(?:production|prod|everything|it)|(?:ruined|botched|wrecked)\s+(?:the|our|my)\s+\w+)\b|\b${person}\s+(?:really\s+|just\s+|completely\s+)?(?:screwed|messed|fucked|cocked)\s+(?:it\s+|this\s+|that\s+)?up\b|\b${person}\s+dropped the ball\b`,
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
    String.raw`\b(?!nobody\b|no one\b)${person}\s+(?:(?:could|can)(?:not|\s*n[’']t|\s+not)\s+be (?:bothered|arsed)|(?:was|were|is|are) too lazy|(?:did\s*n[o’']t|did not)\s+do\s+(?:his|her|their|my|our)\s+job)\b|\b(?:nobody|no one)\s+(?:even\s+)?bothered\s+to\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:${person}|${GROUP})\s+(?:on\s+the\s+\w+\s+\w+\s+)?(?:had\s+|has\s+|have\s+|simply\s+|just\s+|completely\s+|again\s+)*(?:failed\s+to\s+\w+|(?:neglected|omitted|forgot|forgotten)\s+(?:to\s+\w+|about\b|the\b|it\b|(?:his|her|their|my|our)\b)|(?:ignored|disregarded)\s+(?:the|all|every|our|my|his|her|their|what)\b|overlooked\s+(?:the|a|an|my|our|his|her|their)\b|rubber-stamped\b|botched\b|bungled\b|dropped the ball\b|never\s+(?:even\s+)?bothered\b|(?:messed|screwed|fouled)\s+up\b)`,
    'i',
  ),
  new RegExp(
    String.raw`\b${person}\s+(?:did\s*n[o’']t|did not|never)\s+even\s+(?:read|look|ask|call|ring|try|open|test|check|answer|reply|apologi[sz]e|listen|say|tell)\b|\b${person}\s+(?:was|were)\s*(?:not|n[’']t)\s+(?:even\s+)?(?:thinking|paying attention|listening|careful|bothered)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b${NAME}\s+(?:had\s+|has\s+)?(?:(?:simply|just|completely|again|also)\s+)?(?:(?:forgot|forgotten)\s+(?:about|the|his|her|their|it|that)\b|neglected\s+(?:his|her|the)\b|(?:messed|screwed)\s+(?:it\s+|this\s+)?up\b|botched\b|bungled\b|dropped the ball\b|rubber-stamped\b|never\s+bothered\b|(?:ignored|disregarded)\s+(?:the\s+|our\s+|my\s+|all\s+)?(?:advice|instructions|rules?|procedure|warnings?)\b)`,
  ),
  new RegExp(
    String.raw`\b(?:${person}|${GROUP}|teams? leads|none of (?:them|us|you))\b[^,]{0,60}\b(?:took|take|taken|taking)\s+(?:\w+\s+){1,3}seriously\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:${person}|${GROUP})\s+(?:must\s+have\s+|had\s+)?(?:knew|known)\s+(?:full|perfectly|very|only too|damn)\s+well\b|\b(?:${person}|${GROUP})\s+(?:knew|knows|had known)\s+better\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?!(?:i|we|nobody|no one)\b)(?:${person}|${GROUP})\s+(?:just|simply)\s+(?:(?:muted|silenced|closed|dismissed)\s+(?:the|my|our)\s+(?:\w+\s+)?(?:alerts?|alarms?|page|ticket|complaint|warnings?|report|request)\b(?!\s+(?:as|for|during|after|once|when)\b)|shrugged\b)`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?!(?:nobody|no one)\b)(?:${person}|${GROUP})\s+(?:had\s+|has\s+|have\s+|again\s+|really\s+|completely\s+|simply\s+)*(?:mishandled|mismanaged|bodged|cocked\s+up|stuffed\s+up|sat\s+on\s+(?:(?:the|my|our|his|her|their)\s+(?:\w+\s+)?(?:invoice|request|ticket|order|report|application|claim|e-?mail|letter|bug|problem|complaint|contract|papers?))\b|let\s+(?:me|us|him|her|them|everyone|everybody|the \w+)\s+down(?!\s+(?:gently|slowly|onto|into|from|to|on|the|by)\b)|made\s+(?!no\b)(?:an?\s+)?(?:\w+\s+)?(?:big|huge|bad|grave|terrible|serious|stupid|silly|gross|massive)\s+(?:mistakes?|errors?|faults?|blunders?))\b`,
    'i',
  ),
  new RegExp(
    String.raw`(?<!\b(?:not|never|nobody|no one)\b[^,]{0,20}|n[’']t\b[^,]{0,20})\bthe\s+(?:fault|guilt)\s+of\s+(?:the\s+|my\s+|our\s+|his\s+|her\s+|their\s+)?${person}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b[Cc]ause\s+(?:was|is)\s+(?:simply\s+|just\s+|that\s+)?(?:the\s+|my\s+|our\s+)?(?:${person}(?:[’']s)?\s+(?:not\s+(?:follow|check|read|test|listen|look|pay|ask|tell|think)|failing\s+to|forgetting|ignoring|neglecting|skipping)|[A-Z][a-z]+(?:[’']s)?\s+not\s+(?:(?:follow|read)ing\s+(?:the|his|her|our)\s+(?:runbook|process|procedure|instructions|checklist|rules|plan|advice|manual|docs|ticket|e-?mail)|thinking|paying\s+attention))`,
  ),
  new RegExp(
    String.raw`\b(?:${person}|[A-Z][a-z]+)\b[^,]{0,60}?\b(?:through|out of|from|by)\s+(?:sheer\s+|pure\s+|plain\s+|simple\s+|utter\s+)?(?:laziness|carelessness|negligence|stupidity|thoughtlessness|arrogance|incompetence|sloppiness|spite|indifference)\b`,
  ),
  /\b(?:sheer|pure|plain|utter|gross)\s+(?:laziness|carelessness|negligence|stupidity|thoughtlessness|arrogance|incompetence|sloppiness|indifference)\b/i,
  /\b(?:attributable|due|down|owing|thanks)\s+(?:\w+ly\s+)?to\s+(?:the\s+|my\s+|our\s+|his\s+|her\s+|their\s+)?(?:\w+\s+)?\w+[’']s?\s+(?:carelessness|negligence|sloppiness|incompetence|laziness|stupidity|arrogance)\b/i,
  /\bit (?:is|was) (?:all\s+|entirely\s+)?(?:him|her|them|(?:my |the |our )?\w+) who (?:\w+ly\s+)?(?:ruined|broke|wrecked|spoil(?:ed|t)|destroyed|messed|caused|forgot|failed to|ignored)\b(?!\s+(?:the\s+)?(?:news|record|silence|ice|his|her|their|no)\b)/i,
  /\b(?:[Tt]his|[Tt]hat|[Aa]ll this|[Tt]his (?:mess|outage|incident|delay|failure|one)|[Tt]he (?:mess|outage|delay|failure)) (?:is|was) (?:all\s+|entirely\s+|squarely\s+)?on (?:him|her|them|me|us)$|\b[Tt]h(?:is|e) (?:mess|outage|incident|delay|failure) is (?:all\s+|entirely\s+|squarely\s+)?on (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter)$)[A-Z][a-z]+$/,
  new RegExp(
    String.raw`\b(?:has|have|had|got)\s+(?:only\s+)?(?:(?:my|our|the|his|her)\s+)?(?!nobody\b|no one\b)${person}\s+to\s+(?:blame\s+for\b|thank\s+for\s+(?:this|that|the)\s+(?:mess|disaster|chaos|delay|outage|trouble)\b)`,
    'i',
  ),
  /\b(?:negligent|careless|irresponsible|sloppy|reckless|thoughtless|lazy|inconsiderate)\s+of\s+(?:me|him|her|them|us|you|the|my|our|his|their|[A-Z])/,
  /\b(?:carelessness|negligence|laziness|sloppiness|incompetence|stupidity|thoughtlessness|inattention)\s+(?:on\s+(?:(?:my|his|her|their|our)|the\s+\w+[’']s)\s+(?:own\s+)?(?:part|side|behalf)\b|on\s+the\s+part\b|(?:of|by)\s+(?:the|my|our|his|her|their|[A-Z]))/,
  /\b(?:carelessly|negligently|recklessly|thoughtlessly|sloppily)\s+\w+(?:ed|t|ew|an|oke|ade|ave)\b/i,
  /\b(?<!\b(?:nobody|no one|not|never)\s+(?:\w+\s+)?)(?:should|must|have to|has to)\s+be\s+held\s+(?:responsible|accountable)\s+for\b/i,
  /^(?:a\s+)?(?:pure\s+|simple\s+|plain\s+)?(?:human|operator|user|pilot) (?:error|failure|mistake)$/i,
  /\b(?:my|his|her|their|our)\s+(?:own\s+)?(?:\w+[’']s\s+)(?:fault|mistake|carelessness|negligence)\b/i,
  /\b(?:rookie|stupid|careless|sloppy|dumb|amateur(?:ish)?|idiotic) (?:mistakes?|errors?)\b/i,
  /\b(?:due to|caused by|because of|root cause (?:was|is)|down to|attributed to|simply|just|a case of|result of|this was|it was|that was)\s+(?:a\s+|an\s+|\w+\s+)?(?:human|operator|user|pilot|driver) (?:error|mistake|failure)\b/i,
  /\b(?:his|her|their|my|our|your|[A-Z][A-Za-z]*[’']s|the \w+[’']s) (?:carelessness|negligence|sloppiness|incompetence|laziness|stupidity|oversight|fault)\b/,
];

/**
 * What a person should, could or would have done, and words that make it sound obvious. Hypothetical people do not
 * count, nor does what others should have done to them.
 */
const hindsight = (person: string): RegExp[] => [
  new RegExp(
    String.raw`(?<!\ban?\s+(?:[\w-]+\s+)?)(?<!\b(?:than|as|whether|asked if)\s+)\b(?:${ROLE_ONLY}${person}|we|they|${GROUP})\s+(?:(?:really|simply|obviously|clearly|just)\s+)?(?:should|ought\s+to|could\s+and\s+should)(?:\s+not|\s+never|n[’']t)?(?:\s+(?:really|easily|simply|just|have known to))?\s+have\s+(?:\w+ly\s+)?(?!been\s+\w+(?:ed|en|ght|ld)\b)${PARTICIPLE}\b`,
    'i',
  ),
  new RegExp(
    String.raw`(?<!\ban?\s+(?:[\w-]+\s+)?)(?<!\b(?:than|so|so that|assume|assumed)\s+)\b(?:${ROLE_ONLY}${person}|we|they)\s+could(?:\s+(?:really|easily|simply|just|also|have known to))?\s+have\s+(?:(?:easily|simply|just)\s+)?(?!been\b|cried\b|wept\b|hugged\b|kissed\b|screamed\b|died\b|sworn\b|had\b)${PARTICIPLE}\b`,
    'i',
  ),
  new RegExp(
    String.raw`(?<!\ban?\s+(?:[\w-]+\s+)?)(?<!\bthan\s+)\b${ROLE_ONLY}${person}\s+would\s+have\s+(?:\w+ly\s+)?(?:${PERCEIVED}|done (?:better|well))\b`,
    'i',
  ),
  new RegExp(String.raw`\b${NAME}\s+should(?:\s+really|\s+simply|\s+just)?\s+have\s+(?:\w+ly\s+)?${HUMAN_ACT}\b`),
  new RegExp(
    String.raw`\b${person}\s+(?:obviously|clearly|simply|just)\s+(?:did\s*n[’']t|did not|should|had to|needed to|ignored|missed|overlooked)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:${person}|${GROUP})\s+(?:had\s+to|must\s+have|ought\s+to)\s+(?:know|known)\b|\b(?:i|we|he|she|they)\s+might\s+(?:just\s+)?(?:as well\s+)?have\s+(?:called|phoned|rung|asked|checked|looked|read|noticed|told|tested)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:${person}|${GROUP})\s+(?:was|were)\s+(?:so\s+)?(?:wrong|foolish|naive|naïve|unwise|stupid|mistaken)\s+to\s+(?:wait|trust|believe|think|assume|rely|ignore|hope|\w+)\b`,
    'i',
  ),
  new RegExp(String.raw`\bif only\s+(?:the\s+|my\s+|our\s+)?${person}(?:[’']d|\s+had|\s+would)\b`, 'i'),
  /\b(?:in|with) (?:the benefit of )?(?:hindsight|retrospect)\b(?!,?\s+(?:it|this|that)\s+(?:is|was|seems|seemed)\s+(?:\w+\s+)?(?:likely|probably|due)\b)|^retrospectively\b|^looking back(?:\s+(?:now|on it|at it))?(?:,|\s+(?:it|i|we|the signs?|this|that)\b)/i,
  /\bhad\s+(?:i|we|he|she|they)\s+(?:only|just|simply)\s+\w+|^had\s+(?:i|we|he|she|they|anyone|anybody|someone|somebody)\s+(?:not\s+)?\w+\b.*\b(?:would|could|might)\b|\b(?:needed|had)\s+only\s+to\b|\bonly\s+(?:needed|had)\s+to\s+(?:ask|look|read|call|check|ring|listen)\b|\ball\s+(?:i|we|he|she|they)\s+had to do was\b|\bhow could\s+(?:i|we|he|she|they|anyone)\s+(?:not\s+(?:see|know|notice)|miss|have missed|overlook)\b/i,
  /\b(?:had|have|has)\s+(?:every|ample|plenty of)\s+(?:chances?|opportunity|opportunities|reason|warning)\s+to\s+(?:\w+)/i,
  new RegExp(
    String.raw`\b(?:anyone|anybody|everyone|everybody|any\s+\w+(?:\s+\w+)?|an?\s+(?:more\s+\w+|better|careful|competent|reasonable|sensible)\s+\w+)\s+(?:would|could|should)\s+have\s+(?:\w+ly\s+)?${PERCEIVED}\b`,
    'i',
  ),
  /\b(?:everyone|everybody|anyone|anybody|any (?:\w+ )?\w+)\s+(?:knows|knew|should know|can see|could see)\s*(?:that\b|you\b|not to\b|better\b|this\b|it\b)/i,
  new RegExp(
    String.raw`\b(?:someone|somebody|one of (?:us|them)|any of us)\s+should\s+(?:\w+ly\s+)?have\s+(?:\w+ly\s+)?(?!been\b)${PARTICIPLE}\b`,
    'i',
  ),
  /\b(?:with|using)?\s*(?:an?|one|any|just one)\s+(?:(?:quick|simple|single|short|brief|basic|small|little|five-minute|two-minute)\s+)+(?:call|phone call|look|glance|question|test|check|search|email|mail|message|chat|conversation|review|walk|visit|minute)\s+(?:\w+\s+){0,4}?(?:would|could|might)\s+have\s+(?:\w+ly\s+)?(?:avoided|prevented|saved|spared|shown|caught|revealed|told|found|stopped|sufficed|been enough)\b(?!\s+(?:\w+\s+)?nothing\b)/i,
  /\b(?:one\s+(?:look|glance|call|phone call|question|test|check|search|grep|click|email|mail|message|minute)|a\s+(?:look|glance|call|phone call|question))\s+(?:\w+\s+){0,4}?would\s+have\s+(?:\w+ly\s+)?(?:avoided|prevented|saved|spared|shown|caught|revealed|told|found|stopped|sufficed|been enough)\b(?!\s+(?:\w+\s+)?nothing\b)/i,
  /\b(?:is|was|were) (?:an?|the most|a case of)?\s*(?:\w+ly\s+|very\s+|so\s+)?(?:preventable|avoidable|foreseeable|needless)\s+(?:outage|accident|mistake|error|incident|failure|loss|delay|disaster|tragedy|mess|problem)s?\b/i,
  /\bhad\s+all\s+(?:of\s+)?the\s+(?:\w+\s+)?(?:data|information|facts|signs|signals|evidence|warnings?|pieces|clues|knowledge)\s+(?:\w+\s+)?to\s+(?:see|know|notice|spot|predict|prevent|avoid|foresee)\b(?!\s+(?:what|which|how|where|who|why|when)\b)/i,
  /\b(?:should|could|ought to|might) have (?:seen|known|felt) (?:it|this|that|them) coming\b/i,
  /\b(?:signs|clues|hints)\s+(?:was|were)\s+(?:all\s+|clearly\s+|plainly\s+)*(?:there|plain)(?=$|\s+for\s+(?:anyone|everyone|all|me|us)\b)/i,
  /\b(?:it|this|that)\s+was\s+(?:\w+ly\s+|always\s+|already\s+)*(?:clear|plain|obvious|evident|foreseeable|predictable|inevitable|doomed|bound)\s+(?:right\s+|already\s+)?(?:from the (?:very )?(?:start|beginning|outset|first)|all along(?!\s+the\b)|long before)/i,
  /\b(?<!\b(?:i|we|he|she|they|you)\s+)(?:was|were)\s+(?:never\s+going\s+to\s+(?:work|hold|end\s+well)|always\s+going\s+to\s+(?:fail|break|go\s+wrong|end\s+badly))(?=$|,)|\ban? (?:accident|disaster|outage|crash|incident)\s+waiting\s+to\s+happen\b/i,
  /\b(?:it|this|that)\s+was\s+(?:as\s+)?plain\s+as\s+(?:day|daylight)\b|\bstaring\s+(?:me|us|him|her|them|everyone)\s+in\s+the\s+face\b/i,
  new RegExp(
    String.raw`(?<!\b(?:ask|asks|asked|know|knew|see|saw|check|checked|wondered)\s+)\bif\s+(?:i|we|he|she|they)\s+had\s+(?:only|simply|at least)\s+(?!seven\b|ten\b|eleven\b|eight\b|\w+teen\b|children\b)${PARTICIPLE}\b`,
    'i',
  ),
  /\byou(?:[’']d| would) (?:think|expect)\s+(?:that\s+)?(?:some(?:one|body)|any(?:one|body)|he|she|they|we|i|a |the )/i,
  /(?<!\b(?:if|whether)\b[^.,;]{0,60})\bshould(?:\s+(?:really|surely|never|not))?\s+have\s+been\s+(?:\w+ly\s+)?(?:checked|tested|reviewed|noticed|caught|spotted|asked|considered|verified|anticipated|foreseen|expected|questioned|rehearsed|practised|practiced|planned|discussed|documented|escalated|agreed|raised|communicated|challenged|informed|warned|consulted|told|trained|thought through|avoided|prevented|double-checked|(?:clear|plain|apparent)\s+(?:to|that|from)|known|thought of)\b/i,
  /\b(?:could|might)\s+(?:\w+ly\s+)?have\s+(?:\w+ly\s+)?been\s+(?:\w+ly\s+)?(?:avoided|prevented|foreseen|averted|spotted|noticed|caught)\b/i,
  /\b(?:it was|it is|this was|that was|it all was|it should have been|this should have been|the \w+ (?:was|were)) (?:all )?(?:so |too |clearly |perfectly |entirely |completely |easily |blindingly )*(?:obvious|blatantly clear|plain to see|a no-brainer|avoidable|preventable|foreseeable|predictable|unnecessary)\b(?!\s+(?:from|in)\b)/i,
];

/** A promise to be more careful, which changes nothing; in actions, a rule of its own finds it. */
const weak = (person: string): RegExp[] => [
  new RegExp(
    String.raw`\b(?:${person}|you|all)\s+(?:just\s+|simply\s+|really\s+|all\s+)*(?:need to|needs to|have to|must|should|will|ought to|ll)\s+(?:just\s+|simply\s+|all\s+)*(?:be more (?:careful|attentive|vigilant|disciplined)|pay (?:more|better) attention|try harder|take more care|be careful next time)\b`,
    'i',
  ),
  /^(?:just\s+|to\s+)?(?:be more (?:careful|attentive|vigilant)|be careful|pay more attention|try harder)(?:\s+(?:next time|in (?:the )?future|from now on))?$/i,
];

/** What one calls oneself in contempt. */
const LABEL =
  '(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden|imbecile|imposter|impostor|joke|waste of space|screw-up|let-down|hypocrite|monster|nobody|laughing stock|good-for-nothing)';
/** Contempt in one word. */
const CONTEMPT =
  '(?:rubbish|crap|shit|lousy|useless|hopeless|worthless|pathetic|terrible|awful|horrible|rotten|dreadful|stupid|dumb|thick|dense|dim|daft|incompetent|spineless|wretched|talentless|mediocre)';
const ROLE =
  '(?:person|human|mother|father|parent|mum|mom|mam|dad|friend|partner|husband|wife|son|daughter|brother|sister|manager|boss|leader|colleague|engineer|developer|programmer|teacher|nurse|doctor|neighbour|neighbor|student|one|at everything)';

/** Labels, absolutes, mind reading and "should" directed at oneself. */
const HARSH: RegExp[] = [
  new RegExp(
    String.raw`(?<!\b(?:said|says|wrote|shouted|joked|yelled|told me) (?:that )?)\bI(?:[’']m|\s+am|\s+was|[’']ve\s+been|\s+have\s+been)\s+(?:\w+ly\s+|just\s+|such\s+|still\s+)*(?:an?\s+)?(?:(?!the\b|no\b|not\b|hardly\b)\w+\s+)?${LABEL}(?=$|,|\s+(?:and|but|for|to|that|because|who|about|again|as|on)\b)`,
    'i',
  ),
  new RegExp(
    String.raw`\bI(?:[’']m|\s+am|\s+was)\s+(?:\w+ly\s+|just\s+|so\s+|too\s+|such\s+)*${CONTEMPT}(?=$|,|\s+(?:and|but|for|to|that|because)\b)`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:I(?:[’']m|\s+am|\s+was)|am\s+I)\s+(?:\w+ly\s+|just\s+|such\s+|really\s+)*(?:an?\s+)?(?:\w+\s+)?(?:${CONTEMPT}|bad|lazy)\s+${ROLE}\b|\bwhat\s+an?\s+(?:${CONTEMPT}|bad|poor|lazy)\s+${ROLE}\s+(?:am I|I am|I was)\b`,
    'i',
  ),
  /\bI\s+can(?:[’']t|not)\s+even\s+(?:manage\s+(?:an?|my)|boil|look after|be trusted)\b(?!.*\b(?:with|since|at the moment|yet|until)\b)/i,
  /^(?:trust|leave it to)\s+me\s+to\b|\b(?:classic|so very|good old) me\b/i,
  /\bI\s+(?:have|had|[’']ve got)\s+no\s+(?:business|right)\s+(?:being|calling|doing|leading|teaching|raising)\b/i,
  /\bI\s+(?:(?:make|do|get|am|was)\s+)?(?:always|constantly|only ever)\s+(?:\w+\s+)?(?:(?:choke|freeze)(?=$|,|\s+when\s+it\s+(?:matters|counts)\b)|(?:bungle|botch|wreck|break (?:everything|things)|everything wrong|all wrong|nothing right)\b)/i,
  /\bI\s+(?:always\s+)?(?:do|make|get|did|made|got)\s+(?:always\s+)?everything\s+(?:wrong|false)\b/i,
  /\b(?:any|an?)\s+(?:normal|competent|decent|better|proper|real|good|capable|half-decent)\s+\w+\s+would\b[^.]{0,80}?\b(?:I(?:[’']m|\s+am)\s+not|not\s+me|unlike\s+me)\b/i,
  /\b(?:every|each)(?:thing)?\s+(?:\w+\s+)?(?:that\s+)?I\s+(?:ever\s+)?(?:touch|start|try|do|go near|get my hands on)\s+(?:\w+\s+)?(?:goes? (?:wrong|to pieces|badly)|turns? (?:to|bad)|falls? apart|breaks?|fails?|ends? (?:in|badly)|dies)\b/i,
  /\b(?:no ?one|nobody|who)\b[^.,]{0,60}?\b(?:would|will|could|can)\s+(?:ever\s+|possibly\s+)?(?:hire|want|love|trust|employ|marry|respect)\s+(?:someone like\s+)?me\b(?!\s+to\b|.*\b(?:without|until|unless|before|with)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:\w+ly\s+|just\s+)?(?:worth\s+nothing|good\s+for\s+nothing|dead\s+weight|a\s+waste\s+of|beyond\s+hope|not\s+\w+\s+material)\b/i,
  /\b(?:I(?:[’']ve|\s+have)\s+)(?:once\s+again\s+|again\s+|always\s+|only\s+)?(?:let\s+(?:everyone|everybody|them all|all of (?:them|you))\s+down|(?:failed|disappointed)\s+(?:everyone|everybody|them all|all of (?:them|you)))\b/i,
  /\b(?:every(?:one|body)|they all)\s+(?:\w+\s+){0,2}?(?:thinks?|noticed)\s+(?:\w+\s+){0,2}?I(?:[’']m|\s+am)\s+(?:an?\s+|so\s+|too\s+)?(?:lazy|stupid|useless|bad|weak|mad|selfish)\b/i,
  /(?<!\b(?:said|says|wrote|shouted|joked|yelled|told me) (?:that )?)\bI(?:[’']m|\s+am|\s+was|\s+feel like|\s+must be)\s+(?:just\s+|really\s+|clearly\s+|obviously\s+|such\s+)?(?:an?\s+)?(?:(?!the\b|no\b|not\b|hardly\b)\w+\s+)?(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden)\b(?!\s+(?:analyst|recovery|investigator|team|lead|manager)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was|\s+feel|\s+felt)\s+(?:so\s+|just\s+|really\s+|completely\s+|utterly\s+|such\s+)?(?:stupid|dumb|useless|worthless|pathetic|hopeless|incompetent|unlovable)(?=$|,|\s(?:and|but|for|to|that|because)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|completely\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|incompetent|unlovable|terrible|awful|horrible|bad|rotten)(?:\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human|at everything))?\s*(?:$|,|\s(?:and|but|for|to|that|because)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|terrible|awful|horrible|bad|rotten)\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human)\b/i,
  /\bI\s+(?:always|never|constantly)\s+(?:\w+\s+){0,2}?(?:forget|fail|mess|ruin|spoil|miss|screw|disappoint|lose|let|get (?:it|anything|things) right|learn|manage|do anything right|finish)\b/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:just\s+|so\s+|completely\s+|absolutely\s+)?(?:useless|hopeless|worthless|rubbish|a disaster)\s+(?:with|at)\b/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:just\s+|so\s+|such\s+a\s+|a\s+)?(?:selfish|disgusting|ridiculous|spineless|cowardly|rotten|weak)\b(?!\s+(?:from|after|with|in)\b)/i,
  /\b(?:stupid|silly|foolish|dumb|idiotic),?\s+(?:old\s+)?me\b|\bhow (?:stupid|dumb|foolish|blind|selfish|careless) (?:can|could|was|am|must) (?:I|one|you|a person)\b/i,
  /\b(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden|joke)\b,?\s+(?:(?:that|which|it)[’']s (?:what|who|all) I am|that I am|like me|such as me|as I am)\b/i,
  /\b(?:made|make|making) (?:a (?:complete |total |real )?fool|an (?:utter |absolute )?(?:idiot|ass)) of myself\b|\bas I always (?:do|am|have)\b/i,
  /\bmy own (?:\w+ )?(?:stupidity|foolishness|idiocy|incompetence|cowardice|selfishness)\b|(?:^|\b(?:was|is|all|entirely)\s+|[’']s\s+)my own (?:\w+ )?fault\b/i,
  /\bI(?:[’']ve|\s+have)\s+always been\s+(?:such\s+)?(?:an?\s+)?(?:coward|failure|loser|idiot|fool|fraud|burden|bad|useless|hopeless|weak|selfish|lazy|stupid|disappointment)\b/i,
  /\bI(?:[’']ll|\s+will|\s+shall|\s+am going to|\s+may)\s+never\s+(?:learn|change|get it right|be forgiven)\b|\bthere(?:[’']s| is| must be) something wrong with me\b|\beverything I (?:touch|do)\b/i,
  /\bI\s+(?:disgust|loathe|detest|despise) myself\b|\bI\s+(?:always\s+)?(?:ruin|spoil|wreck|mess up|destroy)\s+(?:every|everything|it for everyone)\b/i,
  /\bI\s+(?:do not|don[’']t|did not|didn[’']t)\s+deserve\s+(?:her|him|them|you|this|it|love|friends|to be|any(?:one|thing))\b/i,
  /\bthe (?:whole|entire) \w+\s+(?:\w+\s+)?(?:laughs?|knows?|thinks?|hates?|despises?|talks?|must think)\b[^.]{0,80}?\b(?:me|I)\b/i,
  /\bI\s+can(?:[’']t|not)\s+do (?:anything|a single thing|even that) (?:right|properly|well)\b/i,
  /\b(?:typical me|typical of me|that[’']s so me|just like me|story of my life)\b/i,
  /\b(?:every(?:one|body)|they all|all of them|no(?: one|body))\s+(?:must\s+|will\s+|ever\s+|probably\s+|surely\s+|now\s+)*(?:thinks?|knows?|hates?|laughs?|despises?|trusts?|believes?|respects?)\b[^.]{0,80}?\b(?:me|I)\b/i,
  /\bI\s+should\s+(?:be ashamed|have known better|know better)\b/i,
  /\b(?:stupid|dumb|idiotic|pathetic) of me\b/i,
  /\b(?:all|entirely|completely) my (?:own )?fault\b/i,
  /\bI\s+(?:hate|despise|can[’']t forgive|cannot forgive|will never forgive) myself\b/i,
  /\bhow could I (?:be|have been) so\b/i,
  /\bwhat (?:kind|sort) of (?:an? )?(?:person|human|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|idiot|monster)\s+(?:forgets|does|would|misses|am I|lets|leaves|says|says?)\b/i,
  /\bI(?:[’']ve|\s+have)?\s+(?:really\s+)?(?:let|failed|disappointed)\s+(?:everyone(?!\s+(?:know|in|go|have|off|out)\b)|everybody(?!\s+(?:know|in|go|have|off|out)\b)|them all|all of (?:them|you)|my (?:whole |entire )?family|the whole \w+)\b/i,
  /\bI\s+(?:fully\s+|probably\s+|really\s+)?(?:deserved? (?:it|this|that|to be (?:fired|punished|alone|left|laughed at))|ruin(?:ed)? everything|mess(?:ed)? everything up|blame (?:only\s+)?myself|suck\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:just\s+|simply\s+|clearly\s+)?(?:no good|(?:not|never) good enough(?!\s+at\b)|the worst|nothing|a nobody|a mess|a joke|broken|an embarrassment|beyond help|not (?:cut out|made) for)\b/i,
  /\bI(?:[’']ll|\s+will|\s+am going to|[’']m going to)\s+(?:always|never)\s+(?:be|amount|learn|find|get|have|change)\b|\bI(?:[’']m|\s+am)\s+(?:totally\s+|completely\s+)?incapable of\b/i,
  /\bI\s+know\s+(?:that\s+)?I(?:[’']ll|[’']m going to|\s+will|\s+am going to)\s+(?:mess|fail|ruin|screw|lose|disappoint)\b|\bI must be (?:an? )?(?:\w+\s+)?(?:idiot|failure|person|loser|monster)\b/i,
  /\b(?:he|she|they|everyone|everybody|people) must (?:all\s+|really\s+)?(?:hate|despise|think)\b[^.]{0,80}?\b(?:me|I)\b|\bno(?: one|body) will ever (?:take|love|want|trust|hire|forgive)\b/i,
  /\bI\s+can(?:[’']t|not)\s+(?:ever\s+)?(?:do|get) anything right\b|\bwhat(?:[’']s| is) wrong with me\b|\bit(?:[’']s| is| was) all because of me\b|\bI\s+(?:have|had)\s+no (?:excuse|right to (?:complain|be|feel|ask for|live|exist))\b/i,
];

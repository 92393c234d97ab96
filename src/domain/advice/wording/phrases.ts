import { PERCEIVED, PERSON, THIRD_PERSON } from './people.ts';

const TRAIT_NOUN =
  '(?:carelessness|negligence|sloppiness|incompetence|laziness|stupidity|arrogance|thoughtlessness|indifference|inattention)';
const WHOSE = String.raw`(?:my|his|her|their|our|your|the \w+[’']s|(?:\w+ )?\w+[’']s?)`;
const DAY_OR_TIME =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter)';

/** What finds a phrase in a sentence. */
export type Phrase = Pick<RegExp, 'exec'>;

/**
 * A pattern that is tried only in a sentence with some of its words. The first use of a pattern that lists every word for
 * a person compiles it, which takes some 50 to 300 ms, and few sentences need it.
 */
export const onlyWith = (words: RegExp, pattern: Phrase): Phrase => ({
  exec: (sentence) => (words.test(sentence) ? pattern.exec(sentence) : null),
});

/** Reproaches that have no verb with a person as its subject. */
export const REPROACHES: readonly Phrase[] = [
  // An error of humans as such.
  /^(?:a\s+)?(?:pure\s+|simple\s+|plain\s+)?(?:human|operator|user|pilot) (?:error|failure|mistake)\b(?=$|\s+(?:by|at|of|on|in)\b)/i,
  /\b(?:due to|caused by|because of|root cause (?:was|is)|down to|attributed to|simply|just|a case of|result of|this was|it was|that was)\s+(?:a\s+|an\s+|\w+\s+)?(?:human|operator|user|pilot|driver) (?:error|mistake|failure)\b/i,
  /\b(?:rookie|stupid|careless|sloppy|dumb|amateur(?:ish)?|idiotic|shoddy|slapdash) (?:mistakes?|errors?|work|workmanship)\b(?!\s+(?:around|boots|clothes|day|hours|load|place)\b)/i,
  // Somebody's carelessness, or carelessness as such.
  new RegExp(String.raw`\b(?:sheer|pure|plain|utter|gross)\s+${TRAIT_NOUN}\b`, 'i'),
  new RegExp(String.raw`\b${WHOSE}\s+(?:own\s+|utter\s+)?(?:${TRAIT_NOUN}|oversight)\b`, 'i'),
  new RegExp(
    String.raw`\b${TRAIT_NOUN}\s+(?:on\s+${WHOSE}\s+(?:own\s+)?(?:part|side|behalf)\b|on\s+the\s+part\b|(?:of|by)\s+(?:the|my|our|his|her|their|[A-Z]))`,
    'i',
  ),
  onlyWith(
    new RegExp(TRAIT_NOUN),
    new RegExp(String.raw`\b(?:${PERSON}|[A-Z][a-z]+)\b[^,]{0,60}?\b(?:through|out of|from|by)\s+${TRAIT_NOUN}`),
  ),
  onlyWith(
    /\black of\b/i,
    new RegExp(
      String.raw`\black of (?:attention|care|diligence|discipline|effort|interest|competence|professionalism|common sense)\s+(?:by|from|on the part of|of)\s+(?:the\s+|our\s+|my\s+)?(?:${PERSON}|on[- ]call)`,
      'i',
    ),
  ),
  /\b(?:negligent|careless|irresponsible|sloppy|reckless|thoughtless|lazy|inconsiderate)\s+of\s+(?:me|him|her|them|us|you|the|my|our|his|their|[A-Z])/,
  /\b(?:carelessly|negligently|recklessly|thoughtlessly|sloppily)\s+\w+(?:ed|t|ew|an|o[klt]e|ade|ave)\b/i,
  /\b(?:not|never|n[’']t)\s+(?:even\s+|once\s+)?(?:(?:lift|lifts|lifted|raise|raises|raised)\s+a\s+finger|(?:give|gives|gave)\s+a\s+(?:crap|damn|fig|hoot|monkey[’']s|shit|toss))\b/i,
  /\bhad\s+no\s+business\s+\w+ing\b/i,
  /\bif\b.{1,40}\bhad\s+(?:only\s+|just\s+)?(?:done|been\s+doing)\s+(?:his|her|their)\s+jobs?\b(?!\s+(?:as|at|in)\b)/i,
  // Whose fault it is.
  onlyWith(
    /\b(?:fault|mistake)\b/,
    new RegExp(
      String.raw`\b(?:my|his|her|their|our|your|(?:the |my |our )?${THIRD_PERSON}[’']s?|(?!Nobody|No one)[A-Z][a-z]+[’']s)\s+(?:own\s+)?(?:fault|mistake)\b`,
    ),
  ),
  onlyWith(
    /\b(?:fault|guilt)\s+of\b/i,
    new RegExp(
      String.raw`(?<!\b(?:not|never|nobody|no one)\b[^,]{0,20}|n[’']t\b[^,]{0,20})\bthe\s+(?:fault|guilt)\s+of\s+(?:the\s+|my\s+|our\s+|his\s+|her\s+|their\s+)?${PERSON}\b`,
      'i',
    ),
  ),
  new RegExp(
    String.raw`\bit (?:is|was) (?:all\s+|entirely\s+)?(?:him|her|them|(?:my |the |our )?\w+) who (?:\w+ly\s+)?(?:ruined|broke|wrecked|spoil(?:ed|t)|destroyed|messed|caused|forgot|failed to|ignored)\b(?!\s+(?:the\s+)?(?:news|record|silence|ice|his|her|their|no)\b)`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:[Tt]h(?:is|at|e)|[Aa]ll this)(?: (?:mess|outage|incident|delay|failure|one))? (?:is|was) (?:all\s+|entirely\s+|squarely\s+)?on (?:him|her|them|me|us)$|\b[Tt]h(?:is|e) (?:mess|outage|incident|delay|failure) is (?:all\s+|entirely\s+|squarely\s+)?on (?!${DAY_OR_TIME}$)[A-Z][a-z]+$`,
  ),
  onlyWith(
    /\bto\s+(?:blame|thank)\s+for\b/i,
    new RegExp(
      String.raw`\b(?:has|have|had|got)\s+(?:only\s+)?(?:(?:my|our|the|his|her)\s+)?${THIRD_PERSON}\s+to\s+(?:blame\s+for\b|thank\s+for\s+(?:this|that|the)\s+(?:mess|disaster|chaos|delay|outage|trouble)\b)`,
      'i',
    ),
  ),
  /\b(?<!\b(?:nobody|no one|not|never)\s+(?:\w+\s+)?)(?:should|must|have to|has to)\s+be\s+held\s+(?:responsible|accountable)\s+for\b/i,
  // What somebody did not follow.
  /\b(?:process|procedure|rules?|policy|runbook|checklist|instructions|guidelines?)\s+(?:was|were)\s*(?:not|n[’']t|never|simply not)\s+followed\s+by\b/i,
  onlyWith(
    /\b[Cc]ause\s+(?:was|is)\b/,
    onlyWith(
      /\b(?:not|failing|forgetting|ignoring|neglecting|skipping)\b/,
      new RegExp(
        String.raw`\b[Cc]ause\s+(?:was|is)\s+(?:simply\s+|just\s+|that\s+)?(?:the\s+|my\s+|our\s+)?(?:${PERSON}(?:[’']s)?\s+(?:not\s+(?:follow|check|read|test|listen|look|pay|ask|tell|think)|failing\s+to|forgetting|ignoring|neglecting|skipping)|[A-Z][a-z]+(?:[’']s)?\s+not\s+(?:(?:follow|read)ing\s+(?:the|his|her|our)\s+(?:runbook|process|procedure|instructions|checklist|rules|plan|advice|manual|docs|ticket|e-?mail)|thinking|paying\s+attention))`,
      ),
    ),
  ),
];

/** Judgements by hindsight that have no verb with a person as its subject. */
export const JUDGEMENTS: readonly Phrase[] = [
  // What it would have cost: "It would have taken five minutes to check".
  new RegExp(
    String.raw`\b(?:it|this|that)\s+(?:would|wouldn[’']t|would\s+not)\s+have\s+(?:only\s+|just\s+)?(?:(?:taken|cost|needed)\s+(?:\w+\s+){0,3}?(?:call|glance|look|minutes?|moment|nothing|question|seconds?)|been\s+(?:so\s+)?(?:easy|enough|simple|no\s+trouble))\s+(?:for\s+\w+\s+)?to\s+(?:\w+ly\s+|just\s+)?(?:ask|call|check|confirm|double-check|glance|inspect|look|notice|read|ring|tell|test|think|verify|warn)\b`,
    'i',
  ),
  /\bwith\s+(?:(?:a\s+)?(?:bit|little|minimum|ounce|modicum)(?:\s+of|\s+more)?|some|more|any|enough|proper)\s+(?:\w+\s+)?(?:attention|care|common sense|foresight|forethought|planning|preparation|thought)\b(?!\s+(?:home|plan|staff|time|worker)).{0,120}\b(?:could|would|might)(?:\s+not|n[’']t)?\s+have\b/i,
  /\b(?:nobody|no\s?one|no\s+\w+)\s+(?:with\s+(?:any|an\s+ounce\s+of|half\s+an?)\s+(?:brain|clue|common\s+sense|decency|experience|idea|knowledge|sense|training)|in\s+(?:his|her|their)\s+right\s+mind)\b.{0,30}\b(?:would|could)\s+(?:ever\s+)?have\b|\bno\s+(?:sane|sensible|reasonable|competent|experienced|half-decent)\s+\w+\s+(?:would|could)\s+(?:ever\s+)?have\s+(?!been\b|had\b)/i,
  // A question that is none: "Why didn’t anyone think of it?"
  /\bwhy\s+(?:on\s+earth\s+|the\s+hell\s+)?did(?:n[’']t)?\s+(?:I|we|he|she|they|any(?:one|body)|no(?:body|\s?one))\s+(?:not\s+)?(?:just\b|simply\b|at least\b|think\s+(?:of|to|about)\b)/i,
  /\b(I|we)\s+(?:don[’']t|do not|can[’']t|cannot)\s+(?:know|say|understand|explain)\s+why\s+\1\s+(?:did(?:n[’']t|\s+not)|never)\s+(?:ask|call|check|just|leave|listen|look|notice|read|ring|say|simply|speak|stop|tell|think|wait)\w*\b/i,
  /\bhindsight\s+(?:is|has|makes)\b|\bknowing\s+what\s+(?:I|we)\s+(?:know\s+now|now\s+know)\b/i,
  /\bI\s+(?:really\s+|only\s+|just\s+)?wish\s+(?:that\s+)?(?:I|we|he|she|they|someone|somebody|anyone)(?:\s+had|[’']d)\s+(?:just\s+|never\s+|not\s+|only\s+)?(?:been|done|known|seen|told|gone|made|taken|written|thought|caught|kept|read|asked|said|left|sent|paid|let|put|set|held|found|spent|lost|\w+(?:ed|en|ght))\b|\b(?:I|we|he|she|they)\s+need(?:n[’']t|\s+not)\s+have\s+(?:been|done|known|seen|told|gone|made|taken|written|thought|caught|kept|read|asked|said|left|sent|paid|let|put|set|held|found|spent|lost|\w+(?:ed|en|ght))\b/i,
  /\b(?:it|this|that|things)\s+should\s*(?:n[’']t|\s+not|\s+never)\s+have\s+(?:come\s+to\b|got(?:ten)?\s+(?:so|that|this)\s+far\b|happened(?=$|\s+(?:again|at all|in the first place)\b))|\bof\s+course\b.{0,120}\b(?:was|were)\s+(?:always\s+|never\s+)?going\s+to\s+(?:be\s+(?:late|too|wrong)|blow|break|burn|collapse|crash|end\s+badly|fail|fall|go\s+wrong|leak|run\s+out|snap)\b/i,
  onlyWith(
    /\bif only\b/i,
    new RegExp(String.raw`\bif only\s+(?:the\s+|my\s+|our\s+)?${PERSON}(?:[’']d|\s+had|\s+would)\b`, 'i'),
  ),
  /\b(?:in|with) (?:the benefit of )?(?:hindsight|retrospect)\b(?!,?\s+(?:it|this|that)\s+(?:is|was|seems|seemed)\s+(?:\w+\s+)?(?:likely|probably|due)\b)|^retrospectively\b|^looking back(?:\s+(?:now|on it|at it))?(?:,|\s+(?:it|i|we|the signs?|this|that)\b)/i,
  /\bhad\s+(?:i|we|he|she|they)\s+(?:only|just|simply)\s+\w+|^had\s+(?:i|we|he|she|they|anyone|anybody|someone|somebody)\s+(?:not\s+)?\w+\b.*\b(?:would|could|might)\b|\b(?:needed|had)\s+only\s+to\b|\bonly\s+(?:needed|had)\s+to\s+(?:ask|look|read|call|check|ring|listen)\b|\ball\s+(?:i|we|he|she|they)\s+had to do was\b|\bhow could\s+(?:i|we|he|she|they|anyone)\s+(?:not\s+(?:see|know|notice)|miss|have missed|overlook)\b/i,
  /\b(?:had|have|has)\s+(?:every|ample|plenty of)\s+(?:chances?|opportunity|opportunities|reason|warning)\s+to\s+(?:\w+)/i,
  new RegExp(
    String.raw`\b(?:anyone|anybody|everyone|everybody|any\s+\w+(?:\s+\w+)?|an?\s+(?:more\s+\w+|better|careful|competent|reasonable|sensible)\s+\w+)\s+(?:would|could|should)\s+have\s+(?:\w+ly\s+)?${PERCEIVED}\b`,
    'i',
  ),
  /\b(?:everyone|everybody|anyone|anybody|any (?:\w+ )?\w+)\s+(?:knows|knew|should know|can see|could see)\s*(?:that\b|you\b|not to\b|better\b|this\b|it\b)/i,
  new RegExp(
    String.raw`\b(?:someone|somebody|one of (?:us|them)|any of us)\s+should\s+(?:\w+ly\s+)?have\s+(?:\w+ly\s+)?(?!been\b)(?:been|done|known|seen|told|gone|made|taken|written|thought|caught|kept|read|asked|had|said|left|sent|paid|let|put|set|held|found|\w+(?:ed|en|ght))\b`,
    'i',
  ),
  /\b(?:with|using)?\s*(?:an?|one|any|just one)\s+(?:(?:quick|simple|single|short|brief|basic|small|little|five-minute|two-minute)\s+)+(?:call|phone call|look|glance|question|test|check|search|email|mail|message|chat|conversation|review|walk|visit|minute)\s+(?:\w+\s+){0,4}?(?:would|could|might)\s+have\s+(?:\w+ly\s+)?(?:avoided|prevented|saved|spared|shown|caught|revealed|told|found|stopped|sufficed|been enough)\b(?!\s+(?:\w+\s+)?nothing\b)/i,
  /\b(?:one\s+(?:look|glance|call|phone call|question|test|check|search|grep|click|email|mail|message|minute)|a\s+(?:look|glance|call|phone call|question))\s+(?:\w+\s+){0,4}?would\s+have\s+(?:\w+ly\s+)?(?:avoided|prevented|saved|spared|shown|caught|revealed|told|found|stopped|sufficed|been enough)\b(?!\s+(?:\w+\s+)?nothing\b)/i,
  /\b(?:is|was|were) (?:an?|the most|a case of)?\s*(?:\w+ly\s+|very\s+|so\s+)?(?:preventable|avoidable|foreseeable|needless)\s+(?:outage|accident|mistake|error|incident|failure|loss|delay|disaster|tragedy|mess|problem)s?\b/i,
  /\bhad\s+all\s+(?:of\s+)?the\s+(?:\w+\s+)?(?:data|information|facts|signs|signals|evidence|warnings?|pieces|clues|knowledge)\s+(?:\w+\s+)?to\s+(?:see|know|notice|spot|predict|prevent|avoid|foresee)\b(?!\s+(?:what|which|how|where|who|why|when)\b)/i,
  /\b(?:should|could|ought to|might) have (?:seen|known|felt) (?:it|this|that|them) coming\b/i,
  /\b(?:signs|clues|hints)\s+(?:was|were)\s+(?:all\s+|clearly\s+|plainly\s+)*(?:there|plain)(?=$|\s+all\s+along\b(?!\s+the\b)|\s+for\s+(?:anyone|everyone|all|me|us)\b)/i,
  /\b(?:it|this|that)\s+was\s+(?:\w+ly\s+|always\s+|already\s+)*(?:clear|plain|obvious|evident|foreseeable|predictable|inevitable|doomed|bound)\s+(?:right\s+|already\s+)?(?:from the (?:very )?(?:start|beginning|outset|first)|all along(?!\s+the\b)|long before)/i,
  /\b(?<!\b(?:i|we|he|she|they|you)\s+)(?:was|were)\s+(?:never\s+going\s+to\s+(?:work|hold|end\s+well)|always\s+going\s+to\s+(?:fail|break|go\s+wrong|end\s+badly))(?=$|,)|\ban? (?:accident|disaster|outage|crash|incident)\s+waiting\s+to\s+happen\b/i,
  /\b(?:it|this|that)\s+was\s+(?:as\s+)?plain\s+as\s+(?:day|daylight)\b|\bstaring\s+(?:me|us|him|her|them|everyone)\s+in\s+the\s+face\b/i,
  new RegExp(
    String.raw`(?<!\b(?:ask|asks|asked|know|knew|see|saw|check|checked|wondered)\s+)\bif\s+(?:i|we|he|she|they)\s+had\s+(?:only|simply|at least)\s+(?!seven\b|ten\b|eleven\b|eight\b|\w+teen\b|children\b)(?:been|done|known|seen|told|gone|made|taken|written|thought|caught|kept|read|asked|had|said|left|sent|paid|let|put|set|held|found|\w+(?:ed|en|ght))\b`,
    'i',
  ),
  /\byou(?:[’']d| would) (?:think|expect)\s+(?:that\s+)?(?:some(?:one|body)|any(?:one|body)|he|she|they|we|i|a |the )/i,
  onlyWith(
    /\bshould\b/i,
    /(?<!\b(?:if|whether)\b[^.,;]{0,60})\bshould(?:\s+(?:really|surely|never|not))?\s+have\s+been\s+(?:\w+ly\s+)?(?:checked|tested|reviewed|noticed|caught|spotted|asked|considered|verified|anticipated|foreseen|expected|questioned|rehearsed|practised|practiced|planned|discussed|documented|escalated|agreed|raised|communicated|challenged|informed|warned|consulted|told|trained|thought through|avoided|prevented|double-checked|(?:clear|plain|apparent)\s+(?:to|that|from)|known|thought of)\b/i,
  ),
  /\b(?:could|might)\s+(?:\w+ly\s+)?have\s+(?:\w+ly\s+)?been\s+(?:\w+ly\s+)?(?:avoided|prevented|foreseen|averted|spotted|noticed|caught|warned(?!\s+by\b))\b/i,
  /\b(?:it was|it is|this was|that was|it all was|it should have been|this should have been|the \w+ (?:was|were)) (?:all )?(?:so |too |clearly |perfectly |entirely |completely |easily |blindingly )*(?:obvious|blatantly clear|plain to see|a no-brainer|avoidable|preventable|foreseeable|predictable|unnecessary)\b(?!\s+(?:from\b|in\b|to (?!(?:all|any(?:one|body)|every(?:one|body)|me|us)\b)))/i,
];

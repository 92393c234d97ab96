/** What one calls oneself in contempt. */
const LABEL =
  '(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden|imbecile|imposter|impostor|joke|waste of space|screw-up|let-down|eejit|hypocrite|monster|nobody|laughing stock|good-for-nothing)';
/** Contempt in one word. */
const CONTEMPT =
  '(?:rubbish|crap|shit|lousy|useless|hopeless|worthless|pathetic|terrible|awful|horrible|rotten|dreadful|stupid|dumb|thick|dense|dim|daft|incompetent|spineless|wretched|talentless|mediocre)';
const ROLE =
  '(?:person|human|mother|father|parent|mum|mom|mam|dad|friend|partner|husband|wife|son|daughter|brother|sister|manager|boss|leader|colleague|engineer|developer|programmer|teacher|nurse|doctor|neighbour|neighbor|student|one|at everything)';

/** Labels, absolutes, mind reading and "should" directed at oneself. */
export const HARSH: readonly RegExp[] = [
  // All the blame, and nobody else's.
  /\b(?:it|this|that)(?:[’']s|\s+is|\s+was)\s+(?:all|entirely|solely|totally|completely)\s+on\s+me\b(?!\s+to\b)|(?<!\b(?:not|never|n[’']t)\s(?:\w+\s)?)\bmyself\s+to\s+blame\b|\bI\s+(?:could|want(?:ed)?\s+to)\s+(?:kick|slap)\s+myself\b(?!\s+(?:free|loose|off|up)\b)/i,
  /\b(?:only\s+my\s+fault|my\s+fault\s+(?:alone\b|and\s+(?:no\s?(?:one|body)|only)\b))/i,
  // What one is, as a rule.
  new RegExp(String.raw`\bwhat\s+an?\s+(?:\w+\s+)?${LABEL}\s+(?:I\s+(?:am|was)|am\s+I)\b`, 'i'),
  new RegExp(String.raw`\bI(?:\s+was|[’']m|\s+am)\s+being\s+(?:such\s+)?an?\s+(?:\w+\s+)?${LABEL}\b`, 'i'),
  /\bI(?:[’']m|\s+am)\s+the\s+(?:kind|sort|type)\s+of\s+\w+\s+who\s+(?:always\s+|never\s+|only\s+)?(?:disappoints?\b|hurts?\b|(?:forgets?|loses?|mess(?:es)?\s+up|ruins?|spoils?)\s+(?:every(?:one|thing)|people|things)\b|lets?\s+(?:everyone|others|people)\s+down\b)/i,
  /\bI\s+can(?:[’']t|not)\s+be\s+trusted\b(?!\s+by\b|.*\b(?:until|without|yet)\b)/i,
  /\bmy\s+(?:dumb|hopeless|idiotic|pathetic|stupid|thick|useless)\s+(?:brain|head|memory|mind|mouth|self)(?=$|,|\s+(?:again|and|can|could|did|does|forgot|had|has|is|just|never|of\s+mine|simply|switched|was|went|will|would)\b|n[’']t)/i,
  /\bwhatever\s+I\s+(?:do|start|touch|try)\s+(?:breaks(?=$|,)|ends\s+badly\b|fails(?=$|,)|falls\s+apart\b|goes\s+wrong\b|turns\s+to\s+(?:ashes|crap|dust|nothing|rubbish|shit)\b)/i,
  /\ban?\s+better\s+\w+\s+than\s+(?:I|me)\b.{0,5}\bwould\b/i,
  // For everybody, and every time.
  /\bI(?:[’']ve|\s+have|\s+was\s+the\s+one\s+who)?\s+(?:completely\s+|totally\s+)?(?:destroyed|ruined|spoil(?:ed|t)|wrecked)\s+(?:(?:the|our|my|their)\s+(?:entire|whole)\s+(?:birthday|Christmas|class|concert|day|dinner|evening|event|family|holiday|meeting|night|party|project|show|team|thing|trip|wedding|week|weekend|year)\b|(?:\w+\s+){1,3}for\s+(?:the\s+(?:entire|whole)\b|all\s+of\s+(?:them|us)|every(?:one|body)(?!\s+to\b)|them\s+all|us\s+all)\b)/i,
  /\b(?:each|every)\s+(?:single\s+)?time,?\s+I\s+(?:always\s+|have\s+to\s+|manage\s+to\s+)?(?:(?:blow|ruin|spoil|wreck)\s+(?:it|everything|things)\b|(?:mess|screw)\s+(?:\w+\s+)?up\b)/i,
  // Anybody else would do better.
  new RegExp(
    String.raw`\bno\s?(?:one|body)\s+else\s+(?:would|could|is|was)\s+(?:be\s+)?(?:as|so)\s+(?:${CONTEMPT}|blind|careless|clumsy|foolish|lazy|naive|selfish|silly)\b`,
    'i',
  ),
  /\bI\b[^.]{0,80}\b(?:an?|any|every)\s+normal\s+(?:adult|human|mother|father|parent|person)\s+(?:can|could|does|knows|manages|would)\b/i,
  new RegExp(
    String.raw`(?<!\b(?:said|says|wrote|shouted|joked|yelled|told me) (?:that )?)\bI(?:[’']m|\s+am|\s+was|[’']ve\s+been|\s+have\s+been)\s+(?:\w+ly\s+|just\s+|such\s+|still\s+)*(?:an?\s+)?(?:(?!the\b|no\b|not\b|hardly\b)\w+\s+)?${LABEL}(?=$|,|\s+(?:and|but|for|to|that|because|who|about|again|as|on)\b)`,
    'i',
  ),
  // A clown may be one by trade.
  /(?<!\b(?:said|says|wrote|shouted|joked|yelled|told me) (?:that )?)\bI(?:[’']m|\s+am)\s+(?:just\s+|really\s+)?(?:such\s+a|an?\s+(?:absolute|complete|real|right|total|utter))\s+(?:clown|flake)(?=$|,|\s+(?:and|but|for|to|that|because)\b)/i,
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
  /\b(?:every(?:one|body)|they all)\s+(?:\w+\s+){0,2}?(?:thinks?|noticed)\s+(?:\w+\s+){0,2}?I(?:[’']m|\s+am)\s+(?:an?\s+|so\s+|too\s+)?(?:lazy|stupid|useless|bad|weak|mad|selfish|(?:total |complete |real )?(?:amateur|idiot|fool|fraud|failure)(?=$|,|\s(?:and|but|for|now|because|after|since)\b))\b/i,
  /(?<!\b(?:said|says|wrote|shouted|joked|yelled|told me) (?:that )?)\bI(?:[’']m|\s+am|\s+was|\s+feel like|\s+must be)\s+(?:just\s+|really\s+|clearly\s+|obviously\s+|such\s+)?(?:an?\s+)?(?:(?!the\b|no\b|not\b|hardly\b)\w+\s+)?(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden)\b(?!\s+(?:analyst|recovery|investigator|team|lead|manager)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was|\s+feel|\s+felt)\s+(?:so\s+|just\s+|really\s+|completely\s+|utterly\s+|such\s+)?(?:stupid|dumb|useless|worthless|pathetic|hopeless|incompetent|unlovable)(?=$|,|\s(?:and|but|for|to|that|because)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|completely\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|incompetent|unlovable|terrible|awful|horrible|bad|rotten)(?:\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human|at everything))?\s*(?:$|,|\s(?:and|but|for|to|that|because)\b)/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:so\s+|just\s+|really\s+|such\s+)?(?:an?\s+)?(?:stupid|useless|worthless|pathetic|hopeless|terrible|awful|horrible|bad|rotten)\s+(?:person|mother|father|parent|mum|mom|dad|friend|partner|husband|wife|son|daughter|manager|colleague|human)\b/i,
  /\bI\s+(?:always|never|constantly)\s+(?:\w+\s+){0,2}?(?:forget|fail|mess|ruin|spoil|miss|screw|disappoint|lose|let|get (?:it|anything|things) right|learn|manage|do anything right|finish)\b/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:just\s+|so\s+|completely\s+|absolutely\s+)?(?:useless|hopeless|worthless|rubbish|a disaster)\s+(?:with|at)\b/i,
  /\bI(?:[’']m|\s+am|\s+was)\s+(?:just\s+|so\s+|such\s+a\s+|a\s+)?(?:selfish|disgusting|ridiculous|spineless|cowardly|rotten|weak)\b(?!\s+(?:from|after|with|in)\b)/i,
  /\b(?:stupid|silly|foolish|dumb|idiotic),?\s+(?:old\s+)?me\b|\bhow (?:stupid|dumb|foolish|blind|selfish|careless) (?:can|could|was|am|must) (?:I|one|you|a person)\b/i,
  /\b(?:idiot|failure|loser|fool|fraud|disaster|moron|coward|burden|joke|(?<=\b(?:just|only) an? )clown)\b,?\s+(?:(?:that|which|it)[’']s (?:what|who|all) I am|that I am|like me|such as me|as I am)\b/i,
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
  /\bI(?:[’']m|\s+am) ashamed of (?:who|what|the (?:sort|kind) of \w+|the (?:man|woman|boss|colleague|dad|daughter|father|friend|husband|mother|mum|mom|nurse|parent|partner|person|son|wife)) I am(?=$|,|\s(?:and|but|because|now|today)\b)/i,
  /^(?:useless|worthless|pathetic|hopeless|stupid|incompetent),? (?:that|which)[’']s what I am(?=$|,|\s(?:and|but|now|today)\b)/i,
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

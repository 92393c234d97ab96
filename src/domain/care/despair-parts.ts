/* Parts of the patterns in despair-phrases.ts. */

/** The end of a thought: of the sentence, or before words that carry on with something else. */
export const END = String.raw`(?=\s*(?:$|[,.;:!?()"”…–—-]|(?:and|but|so|or|because|cause|if|since|as|then|tonight|today|now|anymore|at all|honestly|really|lately|sometimes|most days|some days|right now|either|again|tomorrow|please|sorry|every day|everyday|all the time)\b))`;

/** Words between "I" and what matters, none of which can be another subject. */
const SOFT = String.raw`(?:\s+(?:just|really|so|truly|honestly|simply|only|often|always|still|even|also|actually|sometimes|literally|seriously|kind of|sort of|do|now|constantly|secretly|definitely|probably|lately|kinda|fucking|desperately|badly|sincerely|genuinely|have|had|been|keep|kept|am|was|feel like|felt like|feel|think|thinking|thinking that|start to|started to|starting to|begin to|beginning to|find myself|found myself|catch myself|wake up|every day|some days|at this point|at times|at night|tonight)){0,4}`;
/** The writer, as "I" or by a sentence without a subject. */
export const I = String.raw`(?:\b(?:i|im|ive|id|ill|me)\b${SOFT}|^(?:and |but |so |because |honestly |maybe |sometimes |lately |just |really |only )*)\s*`;

/** Not after a denial: "I do not want to die". */
export const NOT_DENIED = String.raw`(?<!\b(?:not|never|dont|didnt|wont|wouldnt|isnt|wasnt|without|nobody|used to)(?:\s+(?!(?:care|sure|promise|if|stop|know|trust|but|stand|help)\b)\w+){0,4}\s)`;

/** Verbs before what the writer wants, means or may do. */
export const WANT = String.raw`(?:want|wants|wanted|wanting|need|needed|wish|wishing|hope|hoping|pray|praying|long|longing|ready|about|going|plan|planning|planned|decided|tempted|deserve|deserved|have|had|prefer|like|love|try|tried|trying|intend|mean|meant|continue|rather|might|may|could|should|will|would)`;

/** Thinking, dreaming or talking about what follows. */
export const THINK = String.raw`(?:think(?:ing)?|thought|thoughts|dream(?:ing|t|ed)?|fantasi[sz](?:e|ed|ing)|obsess(?:ed|ing)|consider(?:ed|ing)?|contemplat(?:e|ed|ing)|talk(?:ing)?|idea|urges?|feelings?|plans?|googl(?:ed|ing)|read(?:ing)?)(?:\s+(?:\w+)){0,2}?\s+(?:about|of|to|how to)|contemplat(?:e|ed|ing)|consider(?:ed|ing)?`;

/** Ways of dying by one's own hand, as verbs with their object. */
export const BY_ONES_OWN_HAND = String.raw`(?:(?:hang|hanging|hanged|drown|drowning|poison|poisoning|unalive|unaliving|suicide|strangle|asphyxiate|electrocute|suffocate|starve)\s+myself\b|shoot(?:ing)?\s+myself\b(?!\s+in\s+the\s+(?:foot|leg|knee))|(?:slit|slitting|cut|cutting)\s+my\s+(?:own\s+)?(?:wrists?|throat|veins)\b|blow(?:ing)?\s+my\s+(?:own\s+)?(?:brains|head)\s+(?:out|off)|(?:a\s+)?(?:bullet|gun)\s+(?:in|through|to)\s+my\s+(?:own\s+)?(?:head|brain|mouth)\b|(?:jump|jumping|step|stepping|throw|throwing|walk|walking)\s+(?:myself\s+)?(?:off|from|out of|in front of|under|into)\s+(?:a|the|that|my|our|an oncoming|oncoming|some)?\s*(?:tall\s+|high\s+|moving\s+|railway\s+)?(?:(?:\w+\s+)?floor|bridge|building|roof|rooftop|balcony|train|tracks|window|cliff|platform|bus|traffic|lorry|truck|car park|overpass|moving car)\b|(?:driv(?:e|ing)|crash(?:ing)?|steer(?:ing)?|run(?:ning)?)\s+(?:my|the)\s+car\s+(?:into|off|over)\b|jump(?:ing)?\s+off\s+(?:tonight|today|now)\b)`;

/** What dying is called. */
export const DIE = String.raw`(?:die|be\s+dead|be\s+gone\s+(?:forever|for good)|stop\s+(?:existing|living|being\s+alive)|cease\s+to\s+exist|not\s+(?:exist|be\s+alive|be\s+here|wake\s+up|live)|never\s+wake\s+up|no\s+longer\s+(?:exist|live|be\s+alive|be\s+here))`;

/** What living is called. */
export const LIVING = String.raw`(?:living|life|my\s+life|this\s+life|being\s+alive|being\s+here|staying\s+alive|existing|existence|going\s+on|carrying\s+on|keeping\s+going|it\s+all|any\s+of\s+(?:it|this)|anything|everything|me\s+being\s+(?:here|alive)|my\s+existence|waking\s+up|getting\s+up|being\s+around|staying\s+here|this\s+anymore)`;
/** What living is called after "to". */
export const TO_LIVE = String.raw`(?:live|be\s+alive|stay\s+alive|keep\s+living|go\s+on|go\s+on\s+living|be\s+here|exist|keep\s+going|carry\s+on|wake\s+up|get\s+up|stay\s+here|stay|continue|get\s+out\s+of\s+bed|be\s+around|keep\s+(?:fighting|trying)|be\s+in\s+this\s+world|be\s+on\s+this\s+(?:earth|planet))`;

/** Those who would be better off. */
export const OTHERS = String.raw`(?:everyone|they|theyd|you|youd|you\s+all|people|all\s+of\s+(?:them|you)|others|the\s+world|this\s+world|(?:my|our|the|his|her)\s+(?:\w+\s+){0,2}?(?:family|kids?|children|wife|husband|partner|parents?|mum|mom|dad|mother|father|son|daughter|friends?|team|colleagues|boys|girls|brother|sister|siblings)|she|he|shed|hed|mum|mom|dad|the\s+kids|colleagues|friends)`;

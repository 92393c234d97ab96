import { END, I, NOT_DENIED, WANT, THINK, BY_ONES_OWN_HAND, DIE, LIVING, TO_LIVE, OTHERS } from './despair-parts.ts';
import { type DespairPhrase, phrase } from './despair-phrase.ts';

/**
 * Patterns for sentences in which the writer may be thinking of not living, for text as findDespair prepares it: lower
 * case, no apostrophes, one spelling. They want the first person, because a process is killed and an engineer dies of
 * embarrassment every day. Sources and figures: docs/decisions/0015-words-of-despair.md. Each is a reason of its
 * own to show the note on help.
 */
export const DESPAIR_PHRASES: readonly DespairPhrase[] = [
  // Killing oneself
  phrase(
    'kill',
    String.raw`${NOT_DENIED}(?<!\b(?:nearly|almost|practically|basically|half|could have|accidentally)\s)\bkill(?:ing|ed)?\s+(?:my|me)self\b(?!\s+(?:laughing|over|to\s+(?:get|finish|meet|make|do|keep|reach|ship|be)|with\s+(?:work|laughter|overtime)|working|trying|doing|for\s+\w+|if\s+(?:i|we|it|this|that|the)|at\s+(?:work|the)|on\s+(?:the|this|that|those)|by\s+(?:working|doing)))`,
  ),
  phrase('kms', String.raw`\b(?:want|going|about|ready|might|ill|will|just|could)(?:\s+to)?\s+kms\b`),
  phrase(
    'myself|slit|cut my|cutting my|blow|bullet|gun|jump|step|throw|walk|my car|the car',
    String.raw`${NOT_DENIED}\b(?:${WANT}(?:\s+to)?|${THINK}|feel\s+like|felt\s+like|urge\s+to|ill|id|im|gonna|ways?\s+to|and|or|just)\s+(?:just\s+|go\s+|go\s+and\s+|go\s+out\s+and\s+|simply\s+|put\s+|take\s+)*${BY_ONES_OWN_HAND}`,
  ),
  phrase(
    'my own life|my life|this life',
    String.raw`${NOT_DENIED}\b(?:end|ending|ended|take|taking|took)\s+(?:my\s+own\s+life|my\s+life${END}|this\s+life\s+of\s+mine)`,
  ),
  phrase(
    'end it|end everything|end my|ending it|ending everything|ending my',
    String.raw`${NOT_DENIED}${I}(?:${WANT}(?:\s+to)?|${THINK}|feel\s+like|felt\s+like)?\s*(?:just\s+|go\s+ahead\s+and\s+|simply\s+)*\bend(?:ing)?\s+(?:it\s+all|everything|myself|it\s+(?:tonight|today|now|here|for\s+good|once\s+and\s+for\s+all|myself)|my\s+(?:suffering|pain|misery))${END}`,
  ),
  phrase(
    'end it|end things|ending it|ending things',
    String.raw`${NOT_DENIED}\b(?:${I}(?:${THINK}|want\s+to|wanted\s+to|feel\s+like|felt\s+like))\s+(?:just\s+)?end(?:ing)?\s+(?:it|things)${END}`,
  ),
  // Suicide
  phrase(
    'suicid',
    String.raw`${NOT_DENIED}\b(?:i|im|ive|id|ill|me)(?:\s+(?:have|had|been|am|was|be|keep|kept|having|get|getting|feel|feeling|felt|want|wanted|wanting|need|to|think|thinking|thought|about|of|thoughts|planning|plan|planned|plans|going|might|may|could|will|would|just|really|so|actually|commit|committing|committed|attempt|attempting|attempted|tried|trying|consider|considered|considering|contemplate|contemplated|contemplating|again|often|sometimes|still|even|ready|become|becoming|very|quite|pretty|a|bit|more|and|actively|passively|constantly|always|here|lately|die|by|wrote|written|left|writing|my|own|at|with|struggling|google|googled|on|the\s+verge|depressed|sad|lonely|tired)){0,8}\s+suicid(?:e|al)\b(?!\s+(?:prevention|hotline|risk|screening|research|watch|squad|rate|rates|statistics|burn|door|process|switch))`,
  ),
  phrase(
    'suicid',
    String.raw`^(?:\w+\s+){0,2}suicid(?:al|e)\s+(?:thoughts?|feelings?|ideation|urges?)\b(?!\s+(?:in|among|of|was|were|are))`,
  ),
  phrase('suicid', String.raw`\b(?:thoughts?\s+of|thinking\s+(?:of|about))\s+(?:committing\s+)?suicide${END}`),
  // Dying
  phrase(
    'die|be dead|be gone|stop existing|stop living|stop being|cease to exist|not exist|not be|not wake|not live|never wake|no longer exist|no longer live|no longer be',
    String.raw`${NOT_DENIED}${I}(?:want|wants|wanted|wanting|need|wish|ready|deserve|deserved|going|hope|hoping|pray|praying|waiting|plan|planning|long|longing|prefer|rather|like|love|prepared|decided|meant|supposed|allowed|willing|beg|begging)\s*(?:\b(?:to|for\s+death\s+to|just\s+to|so\s+bad(?:ly)?\s+to|so\s+much\s+to|myself\s+to)\s+)?(?:just\s+|really\s+|simply\s+|finally\s+|go\s+(?:home\s+)?and\s+|curl\s+up\s+and\s+|lie\s+down\s+and\s+|sleep\s+and\s+)*\b${DIE}\b(?!\s+(?:of|from|if|without|waiting|laughing|on\s+the\s+(?:spot|inside)|right\s+there|for|trying|a\s+(?:hero|thousand)|in\s+(?:that|this|the)|when|inside|than|before|happy|young|at\s+(?:my|the)))`,
  ),
  phrase(
    'wish',
    String.raw`\bwish(?:ed|ing)?\s+(?:that\s+)?(?:id\s+(?:never\s+been\s+born|died|never\s+existed)\b|i\s+(?:(?:was|were|am|be|could\s+(?:just\s+)?be|could\s+have\s+been|had\s+been|would\s+be)\s+(?:just\s+|already\s+)?(?:dead|not\s+(?:alive|born|here)|never\s+born|no\s+longer\s+(?:alive|here)|gone${END})|(?:was|were|had|hadnt)\s+(?:never\s+)?(?:been\s+)?(?:ever\s+)?born|had\s+(?:never\s+existed|died|not\s+survived)|(?:could|would|can|might)\s+(?:just\s+|simply\s+|only\s+)?(?:die|disappear${END}|vanish${END}|stop\s+(?:existing|living)|not\s+(?:exist|wake\s+up|be\s+here${END})|never\s+wake|(?:go\s+to\s+sleep|fall\s+asleep|sleep)\s+(?:and\s+(?:not|never)|forever))|(?:didnt|never)\s+(?:exist|existed|wake\s+up${END}|have\s+to\s+(?:live|exist|be\s+alive|be\s+here${END}|wake\s+up${END}))|hadnt\s+(?:woken|survived|been\s+born)|wasnt\s+(?:here${END}|alive|born|around${END})|(?:would\s+not|wouldnt)\s+wake\s+up))`,
  ),
  phrase(
    'hope',
    String.raw`\bhope\s+(?:that\s+)?(?:i\s+(?:dont|never|die|dont\s+ever)\s*(?:wake\s+up|survive|${END})|i\s+die\b|ill\s+die\b)`,
  ),
  phrase(
    'sleep|close my eyes',
    String.raw`${I}(?:want|wanted|like|love|wish|need|hope|rather|prefer|could|would|going)\s+(?:to\s+|i\s+could\s+|id\s+)?(?:just\s+)?(?:go\s+to\s+sleep|fall\s+asleep|sleep|close\s+my\s+eyes)\s+(?:tonight\s+)?(?:forever|and\s+(?:just\s+)?(?:not|never|dont)\s+(?:ever\s+)?(?:wake|have\s+to\s+wake|open))`,
  ),
  phrase(
    'disappear|vanish|be gone',
    String.raw`${NOT_DENIED}${I}(?:want|wants|need|wish)\s+to\s+(?:just\s+|simply\s+)?(?:disappear|vanish|be\s+gone)(?:\s+(?:forever|for\s+good|completely|from\s+(?:this|the)\s+(?:world|earth)))?${END}`,
  ),
  phrase(
    'dying|death|being dead|not being|not existing|not waking|not living|disappearing|how to die',
    String.raw`${NOT_DENIED}\b(?:i|im|ive)\b(?:\s+\w+){0,4}?\s+(?:think|thinking|thought|dream|dreaming|fantasi[sz]e|fantasi[sz]ing|fantasies|thoughts)\s+(?:about|of)\s+(?:dying|death|my\s+(?:own\s+)?death|being\s+dead|not\s+(?:being\s+(?:here|alive)|existing|waking\s+up|living)|disappearing|how\s+to\s+die)(?:\s+(?:a\s+lot|constantly|often|all\s+day|too\s+much))?${END}`,
  ),
  phrase(
    'should|ought to & die|be dead|never have|not exist|not be',
    String.raw`\bi\s+(?:really\s+|just\s+|honestly\s+)*(?:should|ought\s+to)\s+(?:just\s+|really\s+|probably\s+)*(?:die|be\s+dead|have\s+died|never\s+have\s+(?:been\s+born|existed|lived)|not\s+(?:exist|be\s+alive|be\s+here${END}))`,
  ),
  phrase(
    'shouldnt|should not & alive|exist|been born|be on this',
    String.raw`\bi\s+(?:shouldnt|should\s+not)\s+(?:even\s+)?(?:be\s+alive|exist|have\s+been\s+born|be\s+on\s+this\s+(?:earth|planet))`,
  ),
  phrase(
    'deserve to|want to & live|exist|be here',
    String.raw`\bi\s+(?:really\s+|just\s+|honestly\s+)*dont\s+(?:even\s+)?(?:deserve|want)\s+to\s+(?:be\s+alive|live|exist|be\s+here)${END}`,
  ),
  phrase(
    'better|happier|easier|relieved & if i|if me|when i|when me|once i|once me|were i|were me|with i|with me',
    String.raw`\b(?:better|happier|easier|relieved)(?:\s+(?:off|place|for\s+(?:everyone|them|all|my\s+\w+)))?\s+(?:if|when|once|were|with)\s+(?:i|me)\s*(?:just\s+|simply\s+)?(?:were|was|am|is|died|dead|killed|disappeared|vanished|wasnt|werent|didnt|had\s+never|stopped|never|gone)(?:\s+(?:dead|gone|not\s+(?:here|around|alive)|here|around|alive|exist|existed|wake\s+up|been\s+born|were\s+born|existing|to\s+(?:die|disappear)|never\s+(?:born|existed)))?\b`,
  ),
  phrase(
    'better dead|better off dead',
    String.raw`\b(?:im|id|i|be|is|was|me|am)\s+(?:\w+\s+){0,3}?better\s+(?:off\s+)?dead\b|^(?:maybe\s+)?better\s+off\s+dead\b`,
  ),
  phrase(
    'without me|with me',
    String.raw`\b${OTHERS}(?:\s+(?:would|will|is|are|might|may|could|d|must|probably|really|all|just|honestly|surely|be|much|so|a|far|lot|actually|definitely|around\s+me|in\s+my\s+life)){0,6}\s+(?:better|happier|fine|easier|relieved)(?:\s+(?:off|place))?\s+(?:without\s+me|dead\s+without\s+me|with\s+me\s+(?:gone|dead))(?:\s+(?:around|here|alive|in\s+(?:it|the\s+world|their\s+lives|it\s+all|this\s+world)))?${END}`,
  ),
  phrase(
    'better without me|better off without me',
    String.raw`^(?:\w+\s+){0,4}better\s+(?:off\s+)?without\s+me(?:\s+(?:around|here|alive|in\s+(?:it|their\s+lives)))?${END}`,
  ),
  phrase(
    'if i|when i|that i|once i & miss|notice|care|mourn|cry|mind|be sad|remember',
    String.raw`\b(?:nobody|not\s+(?:a\s+)?(?:single\s+)?(?:person|soul)|who|would\s+any(?:one|body)|i\s+doubt\s+any(?:one|body)|no\s+soul)\s+(?:would\s+|will\s+|d\s+|s\s+going\s+to\s+)?(?:even\s+|really\s+|ever\s+)*(?:miss|notice|care|mourn|cry|mind|be\s+sad|remember)(?:\s+(?:me|for\s+me))?\s+(?:if|when|that|once)\s+(?:i|im|id)\b\s*(?:just\s+|simply\s+|suddenly\s+|were\s+to\s+)?(?:were|was|am|die|died|dead|disappear|disappeared|vanish|vanished|wasnt|werent|didnt|stopped|killed|left\s+this|gone|not|cease|ceased|never)`,
  ),
  phrase(
    'if i & miss|notice|care|mind|cry',
    String.raw`\bif\s+i\s+(?:just\s+|simply\s+|suddenly\s+)?(?:die|died|disappeared|vanished|was\s+(?:gone|dead)|were\s+(?:gone|dead)|wasnt\s+(?:here|around)|killed\s+myself)\b.{0,30}\b(?:nobody|who|would\s+any(?:one|body))\s+(?:would\s+|will\s+|d\s+)?(?:even\s+|really\s+|ever\s+)*(?:miss|notice|care|mind|cry)\b`,
  ),
  phrase(
    'nobody & miss|mourn|cry for',
    String.raw`\bnobody\s+(?:would|will|d)\s+(?:even\s+|really\s+|ever\s+)*(?:miss|mourn|cry\s+for)\s+me${END}`,
  ),
  phrase(
    'miss me|notice if i|care if i',
    String.raw`\b(?:dont|doubt)\s+(?:think\s+|believe\s+)?(?:that\s+)?any(?:one|body)\s+would\s+(?:even\s+|really\s+)*(?:miss\s+me|notice\s+if\s+i|care\s+if\s+i)\b`,
  ),
  phrase(
    'if i & mind|care|be sad',
    String.raw`\bwouldnt\s+(?:even\s+|really\s+)*(?:mind|care|be\s+sad)\s+if\s+i\s+(?:just\s+)?(?:died|die|didnt\s+(?:wake|exist)|never\s+(?:woke|wake)|was\s+(?:dead|gone)|were\s+(?:dead|gone)|disappeared|stopped\s+existing)\b`,
  ),
  phrase('burden', String.raw`\b(?:tired|sick)\s+of\s+being\s+a\s+burden\b`),
  phrase(
    'burden',
    String.raw`\b(?:im|i\s+was|i\s+feel\s+like|i\s+feel|being|ive\s+(?:become|been)|i\s+became|like)\s+(?:just\s+|only\s+|nothing\s+but\s+|such\s+|really\s+|always\s+|like\s+)*a\s+(?:huge\s+|terrible\s+|constant\s+|heavy\s+)?burden\s+(?:to|on|for)\s+(?:everyone|them\s+all|you\s+all|all\s+of\s+\w+|my\s+(?:family|wife|husband|kids|children|parents|partner|friends|mum|mom|dad|loved\s+ones)|people|others)|\bim\s+(?:just\s+|such\s+|only\s+)*a\s+burden${END}`,
  ),
  // Not living
  phrase(
    'dont|no longer|not|never|didnt & live|be here|exist|go on|be around|carry on|keep going|continue|see tomorrow|see another|be on this|be in this|be part of|wake up|keep living',
    String.raw`\bi\s+(?:really\s+|just\s+|honestly\s+|simply\s+|truly\s+|no\s+longer\s+|do\s+|definitely\s+)*(?:dont|no\s+longer|not|never|didnt)\s*(?:even\s+|really\s+|ever\s+|wanting\s+)*(?:want|care|feel\s+like|wish|deserve|know\s+(?:if|how)\s+i\s+want)?\s*to?\s*(?:live|be\s+alive|be\s+here|exist|go\s+on|be\s+around|carry\s+on|keep\s+(?:living|going)|continue\s+(?:living|to\s+live|existing)|see\s+(?:tomorrow|another\s+day)|stay\s+alive|be\s+on\s+this\s+(?:earth|planet)|be\s+(?:in|part\s+of)\s+this\s+world|wake\s+up)(?:\s+(?:like\s+this|this\s+way|with\s+(?:this|myself|it|the\s+(?:shame|guilt|pain))|without\s+(?:him|her|them|you)|on\s+this\s+(?:earth|planet)|in\s+this\s+world|in\s+the\s+morning|to\s+(?:this|another\s+day)|through\s+this|ever))?(?:\s+(?:anymore|again|tomorrow))?${END}`,
  ),
  phrase(
    'want & live|be here|exist|go on|be around|wake up',
    String.raw`^(?:just\s+|really\s+|honestly\s+)*(?:dont|not)\s+(?:want|wanting)\s+to\s+(?:live|be\s+alive|be\s+here|exist|go\s+on|be\s+around|wake\s+up)(?:\s+(?:like\s+this|anymore|tomorrow))?${END}`,
  ),
  phrase(
    'not sure|dont know|unsure|not certain|wonder|doubt & go on|live|keep going|carry on|be here|survive|make it|keep living',
    String.raw`\b(?:not\s+sure|dont\s+know|unsure|not\s+certain|wonder(?:ing)?|doubt)\s+(?:if|that|whether|how|why|how\s+(?:long|much\s+longer))?\s*(?:i|im|ill)\s+(?:even\s+|still\s+|really\s+)*(?:can|want\s+to|should|am\s+going\s+to|even\s+want\s+to|will|could|keep|bother|able\s+to|have\s+the\s+strength\s+to)?\s*(?:even\s+)?(?:go\s+on|live|keep\s+(?:going|living)|carry\s+on|be\s+here|be\s+alive|survive\s+(?:this|tonight|the\s+night)|make\s+it\s+(?:through\s+(?:the\s+)?(?:night|tonight|this|another\s+day)|to\s+(?:tomorrow|morning)))(?:\s+(?:like\s+this|anymore|living|much\s+longer))?${END}`,
  ),
  phrase(
    'cant|can no longer|can hardly & go on|carry on|keep going|living|keep existing|keep fighting|live|exist|be alive|anymore|much longer|another day|one more day',
    String.raw`\bi\s+(?:really\s+|just\s+|honestly\s+|simply\s+|literally\s+|truly\s+|think\s+i\s+)*(?:cant|can\s+no\s+longer|can\s+hardly)\s+(?:even\s+|just\s+|possibly\s+|really\s+)*(?:(?:go\s+on|carry\s+on|keep\s+going|keep\s+(?:living|existing|fighting)|go\s+on\s+living|keep\s+on\s+living|live|exist|be\s+alive)(?:\s+(?:like\s+this|this\s+way|with\s+(?:myself|this|it|what\s+i\s+(?:did|have\s+done)|the\s+(?:shame|guilt|pain))|in\s+this\s+world|this\s+life))?|(?:do|take|handle|bear|stand|cope\s+with|face|endure|deal\s+with|keep\s+doing|keep\s+up\s+with|live\s+with)\s+(?:this|it|life|this\s+life|living|the\s+pain|this\s+pain|any\s+of\s+(?:it|this)|it\s+all)\s+(?:anymore|much\s+longer|another\s+day|one\s+more\s+day)|(?:cope|continue|hold\s+on|fight|be\s+here|go\s+on\s+like\s+this)\s+(?:like\s+this\s+)?(?:anymore|much\s+longer|another\s+day))${END}`,
  ),
  phrase(
    'reason & live|living|alive|go on|be here|being here|exist|keep|carry on|wake up|get up|stay|continue|get out of bed|be around|be in this|be on this',
    String.raw`\b(?:no|any|a|one|single|another|what)\s+(?:good\s+|real\s+|single\s+|more\s+)*reasons?\s+(?:left\s+)?(?:for\s+me\s+)?(?:to|why\s+i\s+should|i\s+should|for)\s+(?:even\s+)?(?:${TO_LIVE}|living|being\s+(?:alive|here))${END}`,
  ),
  phrase(
    'nothing & to live|worth living|to stay alive|to keep living',
    String.raw`\bnothing\s+(?:left\s+)?(?:for\s+me\s+)?(?:here\s+)?(?:to\s+live|worth\s+living|to\s+stay\s+alive|to\s+keep\s+living)\s*(?:for)?\b`,
  ),
  phrase(
    'nothing left for me',
    String.raw`\b(?:theres|there\s+was|ive|i\s+got|ive\s+got|theres\s+just)\s+(?:\w+\s+)?nothing\s+left\s+for\s+me(?:\s+(?:here|anymore|in\s+(?:this|the)\s+(?:world|life)))?${END}`,
  ),
  phrase(
    'point|purpose|use|sense|meaning|value & living|life|alive|being here|staying here|exist|going on|carrying on|keeping going|it all|any of|anything|everything|me being|waking up|getting up|being around|this anymore',
    String.raw`\b(?:dont|cant|couldnt|no\s+longer|never|no|not|nothing|whats|wheres|where\s+is|isnt|hardly|barely|wonder|lost|without|what|is\s+there|doesnt|aint)\s+(?:even\s+|really\s+|longer\s+|be\s+|have\s+|see\s+|find\s+|know\s+|feel\s+|any\s+|a\s+|the\s+|much\s+|that\s+|got\s+|theres\s+|sense\s+)*(?:point|purpose|use|sense|meaning|value)\s+(?:anymore\s+)?(?:in|of|to|for|with)\s+(?:me\s+|even\s+|my\s+)?(?:${LIVING})(?:\s+(?:like\s+this|anymore|at\s+all|really))*${END}`,
  ),
  phrase(
    'point|sense|purpose|meaning & anymore',
    String.raw`\b(?:i|ive)\s+(?:really\s+|just\s+|honestly\s+|simply\s+)*(?:(?:dont|cant|no\s+longer|can\s+no\s+longer|cant\s+even|dont\s+even|hardly|barely)\s+(?:really\s+|even\s+)*(?:see|find|know|feel|have)|see|have|find)\s+(?:the|any|a|much|no|what)\s+(?:point|sense|purpose|meaning)(?:\s+(?:is|in\s+trying|to\s+(?:it|this|anything)))?\s+anymore${END}`,
  ),
  phrase(
    'point|sense|purpose & anymore',
    String.raw`\b(?:whats|wheres|is\s+there|theres|there\s+isnt)\s+(?:even\s+|really\s+|just\s+)*(?:the|a|any|no)\s+(?:point|sense|purpose)\s+(?:to\s+(?:it|anything)\s+)?anymore${END}`,
  ),
  phrase(
    'point & anymore|wonder',
    String.raw`\b(?:cant|dont|no\s+longer)\s+(?:even\s+|really\s+)?see\s+(?:the|any|a)\s+point\s+anymore${END}|\bwonder(?:ing)?\s+what\s+(?:the|my)\s+point\s+(?:even\s+)?is(?:\s+anymore)?${END}`,
  ),
  phrase(
    'i can & how much longer|how long|how many more',
    String.raw`\b(?:dont|not\s+sure|wonder)\s+(?:know\s+)?how\s+(?:much\s+longer|long|many\s+more\s+days)\s+i\s+can\s+(?:still\s+|even\s+)?(?:keep\s+(?:doing\s+this|going|living|this\s+up|fighting)|go\s+on|do\s+this|take\s+(?:this|it)|hold\s+on|carry\s+on|live|last|bear\s+(?:this|it))${END}`,
  ),
  phrase(
    'no point & trying anymore',
    String.raw`\b(?:theres|i\s+see)\s+(?:really\s+|just\s+)?no\s+point\s+(?:in\s+)?(?:even\s+)?trying\s+anymore${END}`,
  ),
  phrase('matters & anymore', String.raw`\bnothing\s+(?:really\s+)?matters\s+(?:to\s+me\s+)?anymore\b`),
  phrase(
    'life & worth|meaningless|pointless|over|unbearable|hopeless|finished',
    String.raw`\b(?:my\s+|this\s+)?life\s+(?:is|isnt|feels|seems|has\s+become|wasnt|s)\s+(?:just\s+|so\s+|really\s+|simply\s+|completely\s+|no\s+longer\s+|not\s+|hardly\s+|even\s+|basically\s+|like\s+it\s+is\s+|like\s+its\s+)*(?:worth\s+(?:living|nothing|it${END})|meaningless|pointless|over${END}|worthless|unbearable|hopeless|finished${END})`,
  ),
  phrase(
    'life has no|life holds no|life had no',
    String.raw`\blife\s+(?:has|holds|had)\s+no\s+(?:\w+\s+)?(?:meaning|point|purpose|value)(?:\s+(?:left|for\s+me))?${END}`,
  ),
  phrase(
    'tired|sick|exhausted|weary|done|fed up|finished|over & living|life|alive|exist|this world|being here',
    String.raw`\b(?:tired|sick|exhausted|weary|done|fed\s+up|finished|over)\s+(?:and\s+tired\s+)?(?:of|with|from|by)\s+(?:just\s+)?(?:living|life|being\s+alive|existing|existence|my\s+life|this\s+life|my\s+existence|this\s+world|staying\s+alive|being\s+here)${END}`,
  ),
  phrase(
    'done|finished|through & life|living|it all|this world|alive|everything|to live',
    String.raw`\b(?:im|i\s+am|ive)\s+(?:just\s+|so\s+|really\s+|completely\s+|totally\s+)*(?:done|finished|through)\s+(?:with\s+(?:life|living|it\s+all|this\s+life|this\s+world|being\s+alive|everything${END})|living|fighting\s+to\s+live)`,
  ),
  phrase(
    'hate|hating|cant stand|despise & alive|living|existing|waking up',
    String.raw`${NOT_DENIED}\b(?:hate|hating|cant\s+stand|despise)\s+(?:being\s+alive|living|existing|that\s+im\s+(?:still\s+)?alive|waking\s+up\s+every)`,
  ),
  phrase(
    'up on life|up on living|up on my life|up on being|up on existing',
    String.raw`${NOT_DENIED}\b(?:give|given|giving|gave)\s+up\s+on\s+(?:life|living|my\s+life|being\s+alive|existing)\b`,
  ),
  phrase(
    'want|need|wish & stop|end|be over|go away|be done|be finished',
    String.raw`${I}(?:want|need|wish|wanted)\s+(?:for\s+)?(?:it|it\s+all|everything|all\s+of\s+(?:it|this)|(?:the|this|my)\s+(?:pain|suffering|hurt|hurting|life|misery|agony)|life)\s+(?:would\s+)?(?:to\s+)?(?:just\s+|finally\s+|all\s+)*(?:stop|end|be\s+over|go\s+away|be\s+done|be\s+finished)(?:\s+(?:forever|for\s+good|permanently))?${END}|\bi\s+(?:just\s+)?want\s+this\s+to\s+(?:end|stop|be\s+over)\s+(?:forever|for\s+good|permanently)`,
  ),
  phrase(
    'way out|way forward|future|hope',
    String.raw`\b(?:ive\s+(?:got\s+)?|i\s+(?:really\s+|just\s+|honestly\s+)*(?:(?:can|could)?\s*see|have|know|(?:cant|dont)\s+(?:see|have|know)|cant\s+find)\s+)(?:no|a|any)\s+(?:other\s+|more\s+)?(?:way\s+out|way\s+forward|future(?:\s+for\s+(?:myself|me))?|hope)(?:\s+(?:left|for\s+(?:me|myself)|of\s+this|but\s+this))*${END}`,
  ),
  phrase(
    'no way out|no hope',
    String.raw`\b(?:theres|there\s+was|theres\s+just)\s+no\s+(?:way\s+out|hope(?:\s+left)?)\s+(?:for\s+me|anymore|left)${END}|\b(?:feel|feels|felt|think|trapped)\s+(?:like\s+|that\s+|and\s+)?theres\s+no\s+way\s+out(?:\s+of\s+(?:this|it|here))?${END}|\bno\s+hope\s+for\s+me${END}`,
  ),
  phrase(
    'lost hope|lost all hope|will to',
    String.raw`\bive\s+(?:\w+\s+)?lost\s+(?:all\s+)?(?:hope|the\s+will\s+to\s+(?:live|go\s+on|carry\s+on)|my\s+will\s+to\s+live)${END}|\b(?:no|lost\s+(?:the|my)|dont\s+have\s+(?:the|a|any)|lose\s+the|losing\s+(?:the|my))\s+will\s+to\s+live\b`,
  ),
  phrase(
    'want out of',
    String.raw`\bi\s+(?:\w+\s+){0,2}want\s+out\s+of\s+(?:life|this\s+life|it\s+all|this\s+world)\b`,
  ),
  // Harming oneself
  phrase(
    'myself & hurt|harm|cut|burn|injur|punish',
    String.raw`${NOT_DENIED}\b(?:${WANT}(?:\s+to)?|want\s+to|wanting\s+to|${THINK}|feel\s+like|felt\s+like|urges?\s+to|keep|kept|been|stop|started|start|scared\s+ill|afraid\s+ill|ill|how\s+do\s+i)\s+(?:just\s+|start\s+)?(?:hurt|hurting|harm|harming|cut|cutting|burn|burning|injure|injuring|punish)\s+myself\b(?!\s+(?:by|with\s+the|some|slack|off|out|short|down|a\s+break))`,
  ),
  phrase(
    'cut myself|harm myself|harmed myself|burned myself',
    String.raw`\bi\s+(?:\w+\s+)?(?:cut|harm|harmed|burned)\s+myself(?:\s+(?:again|on\s+purpose|last\s+night|to\s+(?:feel|cope)))(?!\s+(?:on|with))\b`,
  ),
  phrase(
    'self & harm',
    String.raw`\b(?:i|im|ive|me|my)\b(?:\s+\w+){0,5}?\s+self[\s-]?harm(?:ing|ed)?\b(?!\s+(?:prevention|policy|filter|content|detection|rule))`,
  ),
  phrase(
    'pill|tablet|meds|medication|paracetamol|tylenol|painkiller',
    String.raw`${NOT_DENIED}\b(?:i|ive|ill|im)\s+(?:\w+\s+){0,4}?(?:tak(?:e|ing|en)|took|swallow(?:ed|ing)?|saved\s+up|stockpil(?:ed|ing)|down(?:ed|ing)?)\s+(?:all|too\s+many|a\s+whole\s+bottle|the\s+whole\s+bottle|a\s+bottle|a\s+handful|every|enough|lots|dozens|a\s+bunch)\s*(?:of\s+)?(?:my\s+|the\s+|those\s+|these\s+|her\s+|his\s+|sleeping\s+|mums\s+|moms\s+|dads\s+|wifes\s+|husbands\s+)*(?:pills?|tablets|meds|medication|paracetamol|tylenol|painkillers)\b`,
  ),
  phrase(
    'overdos|i odd',
    String.raw`${NOT_DENIED}\b(?:i|ill|im|ive)\s+(?:\w+\s+){0,2}?(?:want|wanted|going|plan|planned|planning|might|tried|thinking|thought|could|about|took|take|taken)(?:\s+(?:to|about|of|an|on|how))*\s+overdos(?:e|ed|ing)\b|\bi\s+(?:think\s+i\s+)?(?:overdosed|odd)(?:\s+(?:yesterday|last\s+\w+|again|on\s+(?:pills|my\s+\w+)))?${END}`,
  ),
  phrase(
    'myself again|cutting',
    String.raw`^(?:and\s+|just\s+)?(?:cutting|hurting|harming)\s+myself\s+again${END}|\b(?:started|been|back\s+to)\s+cutting\s+(?:again|myself)${END}`,
  ),
  phrase(
    'myself & i wont|ill not',
    String.raw`\b(?:not\s+sure|cant\s+promise|dont\s+know|cant\s+say|cant\s+swear)\s+(?:if\s+|that\s+|whether\s+)?(?:i\s+wont|ill\s+not)\s+(?:\w+\s+){0,2}?(?:hurt|kill|harm|cut)\s+myself\b`,
  ),
  phrase(
    'trust myself',
    String.raw`\bdont\s+trust\s+myself\s+(?:near|around|alone|to\s+be\s+alone|tonight|not\s+to)\b`,
  ),
  phrase('kms', String.raw`^(?:honestly\s+|just\s+|might\s+)?kms$`),
  phrase(
    'take all|take too many|take the whole|swallow all|swallow too many|swallow the whole|the pills',
    String.raw`${NOT_DENIED}\b(?:want\s+to|wants\s+to|going\s+to|ready\s+to|could\s+just|about\s+to)\s+(?:just\s+)?(?:take|swallow)\s+(?:all|too\s+many|the\s+whole\s+bottle)\s*(?:of\s+)?(?:my|the|those|these)?\s*(?:sleeping\s+)?(?:pills?|tablets|meds|medication)?${END}|\b(?:have|got|with|ive)\s+(?:got\s+)?the\s+pills\s+(?:ready|here|in\s+front|next\s+to|saved)`,
  ),
  phrase(
    'cut my|burned my|been cutting',
    String.raw`\b(?:i|ive)\s+(?:\w+\s+){0,2}?(?:cut|burned)\s+my\s+(?:arms?|wrists?|thighs?|legs?)\s+(?:again|on\s+purpose|last\s+night|open)\b|\bive\s+been\s+cutting${END}`,
  ),
  // Leave-taking
  phrase(
    'goodbye|farewell|suicide',
    String.raw`\b(?:wrote|written|writing|left|finished)\s+(?:a|my|the|some)\s+(?:goodbye|farewell|suicide)\s+(?:letters?|notes?)(?:\s+(?:last\s+night|tonight|today|already))?${END}`,
  ),
  phrase('goodbye', String.raw`\bgoodbye,?\s+(?:everyone|cruel\s+world|world|my\s+(?:loves?|darlings?|family))${END}`),
  phrase(
    'this is & goodbye|farewell|final|last',
    String.raw`\bthis\s+is\s+(?:my\s+(?:goodbye|farewell|final\s+(?:goodbye|note|letter)|last\s+(?:letter|entry|night|note))|the\s+last\s+(?:thing|time)\s+(?:ill|i)\s+(?:\w+\s+)?(?:write|ever))`,
  ),
  phrase(
    'read this|reads this|find this|finds this|see this|sees this',
    String.raw`\b(?:by\s+the\s+time|when)\s+(?:you|anyone|someone|they)\s+(?:reads?|finds?|sees?)\s+this,?\s+(?:i|ill|im)\b.*\b(?:gone|dead|no\s+longer)\b`,
  ),
  phrase(
    'much longer|to see|birthday|when you read',
    String.raw`\bi\s*(?:wont|will\s+not|ll\s+not|might\s+not|may\s+not|dont\s+(?:think|expect)\s+(?:ill|to|i))\s*(?:be\s+)?(?:here|around|alive|exist)\s+(?:much\s+longer|to\s+see|(?:for\s+)?(?:my\s+next|the\s+next)\s+birthday|when\s+you\s+read)`,
  ),
];

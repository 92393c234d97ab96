/*
 * The words that the wording rules look up. Verbs are written as `base`, `base/past` or `base/past/participle`; a `+`
 * doubles the last letter (drop+, dropped).
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Who a word stands for; `either` also names things, so only what people alone do counts. */
export type Actor = 'self' | 'person' | 'nobody' | 'either';

const PRONOUNS = {
  self: 'i we',
  person: 'he she you someone somebody everyone everybody whoever',
  nobody: 'nobody none',
  either: 'they',
} as const satisfies Record<Actor, string>;

/** Roles and relatives: only people are called that. */
const ROLES = `
  accountant admin administrator apprentice architect aunt author babysitter baker barista boss boyfriend brother
  bricklayer butcher caretaker carer carpenter cashier chairman chairwoman chef child childminder classmate cleaner
  clerk colleague commander consultant cook courier cousin coworker crew dad dba dentist deputy designer developer
  director dispatcher doctor electrician employee engineer ex father fireman firefighter fitter flatmate foreman
  freelancer friend gardener girlfriend goalkeeper gran grandad granddad grandfather grandma grandmother grandpa granny
  guard hairdresser housemate husband instructor intern interpreter janitor joiner journalist judge junior kid labourer
  landlady landlord lawyer lecturer librarian mam man manager mason mate matron mechanic midwife miner mom mother mum
  nan nanny neighbor neighbour nephew newcomer newbie niece nurse officer on-call owner paramedic parent person
  pharmacist photographer physio pianist plasterer plumber policeman porter postman principal producer professor
  programmer recruiter receptionist referee registrar roofer roommate salesman salesperson saleswoman secretary senior
  sister solicitor son daughter staff steward stewardess student supervisor surgeon surveyor sysadmin tailor teammate
  technician tenant tester therapist tiler trainee trainer treasurer tutor uncle vet volunteer waiter waitress warden
  shift squad team welder wife woman worker stepfather stepmother
  barmaid barman bartender bursar captain caterer chaplain chauffeur choreographer commis concierge copywriter councillor
  counsellor cyclist dancer decorator dietician dietitian eldest estimator farmer farmhand fisherman florist
  gamekeeper glazier godfather godmother granddaughter grandson groundsman handyman headmaster headmistress headteacher
  houseman housekeeper hygienist jeweller jockey lad lass lifeguard lodger machinist magistrate maid masseur mayor
  milkman moulder musician optician optometrist pastor priest proofreader psychiatrist psychologist
  radiographer radiologist roadie sailor scientist seamstress sergeant shepherd skipper spouse
  stagehand statistician stepdaughter stepson storeman stylist superintendent teenager toddler typist umpire undertaker
  analyst bridesmaid contractor coordinator teacher videographer
  underwriter usher valet vicar warehouseman watchman youngest
`;

/** Roles that also name machines or software. */
const EITHER_ROLES = `
  agent assistant builder buyer client coach conductor counsel driver editor installer lead maker
  operator organiser packer partner picker pilot planner provider reader reviewer seller sitter supplier vendor
`;

/** Groups, whose words also stand for what they sell, run or are housed in. */
const GROUPS = `
  agency bank board club committee company council department dispatch facilities finance firm hr legal management marketing nursery operations ops
  payroll procurement sales school security shop support
`;

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  wives: 'wife',
  staff: 'staff',
};

/** Given names that are no everyday words or products. Names that the COE knows are added to them. */
export const GIVEN_NAMES = words(`
  aaron abdul abigail adam adele adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra ali alice alicia
  alina alison amanda amelia amir amit amy ana anastasia anders andrea andreas andrew andy angela anika anil anita anja
  anjali ann anna anne annette annika anton antonio arjun arthur asif astrid ayesha barbara bartosz beatrice becky ben
  benedikt benjamin bernard bernd beth bettina bill björn bob boris brian bridget bruno camille carl carla carlos carmen
  carol caroline catherine cathy cecilia chandra charles charlotte chen chiara chris christian christina christine
  christoph claire clara claudia clemens colin connor daniel daniela danuta dave david deborah deepak denise dennis derek
  diana diego dieter dimitri dominik donald dorothy doug duncan edith eduardo edward eileen elaine elena eleni eli elif
  elisabeth elizabeth ella ellen emil emily emma enrique eric erik erika ernst esther eva evelyn fabian farah fatima
  felix fernando fiona florian francesca francesco frank franziska fred frederik fritz gabriel gareth gary geoff george
  georgina gerald gerd gethin giorgio giovanni giulia graham greg greta guido gunnar gustav hannah hans harald harold
  harriet harry hassan heather heidi heike heinz helen helena helga henning henrik henry hiroshi hugo hussein ian ibrahim
  igor ilse imran ines inga ingrid irene isabel isabella ivan jack jacob jacqueline jakob james jan jane janet jasmin
  jason javier jean jeff jen jennifer jens jeremy jessica jim jo joan joanna joe johan johanna john jonas jonathan jorge
  jose josef joseph josh joshua josie joyce juan judith jukka julia julian julie karen karin karl katarina kate katharina
  katherine kathleen kathrin katie keith kelly ken kenji kerstin kevin khalid klaus kristina kumar lars laura lauren lee
  lena leo leon leonie liam lina linda lisa lorenzo louis louise luca lucas lucia lucy luigi luis luisa lukas lydia
  magda magdalena mahmoud maja malik manfred manuel marc marco marek margaret maria marie marina mario marion markus
  marta martha martin martina mary mateusz matt matteo matthew matthias maureen maximilian maya mehmet mei melanie mia
  michael michaela michelle miguel mike mikael milan mina miriam mirjam mohamed mohammed monika morten moritz mustafa
  nadia naomi natalia natalie natasha neha neil nia nicholas nick nicola nicole niels niklas nikolai nina noah noor nora
  norbert olaf ole oleg olga oliver olivia omar oscar otto pablo pamela paolo pascal patricia patrick paul paula pavel
  pawel pedro per peter petra phil philip philipp philippa piet pierre piotr priit priya rachel rafael rahul rainer raj
  ralf raquel rashid raul ravi rebecca reinhard renate rhys ricardo richard rita rob robert roberto robin roger roland
  rolf ron ronald ruth ryan sabine sally sam samantha samir samuel sandra sanjay sara sarah sasha sean sebastian selma
  serge sergei sergio shane sharon sheila silke silvia simon simone sofia sonia sonja sophia sophie stefan stefanie
  stella stephanie stephen steve steven stuart sue sunita susan susanne suzanne sven svetlana sylvia tamara tanja tara
  terry teresa thea theo theresa thomas tim timo tina tobias tom tomas tony torsten tracy trevor ulrich ulrike ursula
  uwe valentina valerie vanessa vera veronica victor victoria vijay viktor vincent virginia vivian vladimir walter wei
  wendy werner wolfgang xavier yasmin yuki yusuf yvonne zainab zoe zsofia jin ling hao jiang yan haruto akira aiko kaito sakura ngozi chidi
  agnieszka aleksandra andrzej beata bogdan deepika dorota elzbieta ewa grzegorz gustavo henrique jacek jaroslav jozef
  kasia katarzyna krzysztof lakshmi laszlo lukasz malgorzata marcin marta mateo matthijs michal milos mirek nikola pooja
  priyanka radek rohan sanjeev siobhan slawek stanislav sunil tadeusz tomasz vikram vladislav wojciech zbigniew zoltan zuzana
  aidan aoife brandon brendan ciara ciaran conor declan dylan eamon eoin fergal gavin kyle maeve niall niamh
  padraig roisin sinead tyler zach
  amara kwame thabo sipho zanele tendai oluwaseun emeka nguyen linh thanh minh
`);

/** The actor of each word, in the singular and the plural. */
export const ACTORS: ReadonlyMap<string, Actor> = new Map([
  ...(['either', 'person', 'nobody', 'self'] as const).flatMap((actor) =>
    [...words(PRONOUNS[actor])].map((word) => [word, actor] as const),
  ),
  ...[...words(EITHER_ROLES), ...words(GROUPS)].flatMap((word) =>
    [word, `${word}s`].map((form) => [form, 'either'] as const),
  ),
  ...[...words(ROLES)].flatMap((word) => [word, pluralOf(word)].map((form) => [form, 'person'] as const)),
  ...Object.keys(IRREGULAR_PLURALS).map((word) => [word, 'person'] as const),
]);

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Words for people, without groups of them. */
export const PERSON_WORDS: readonly string[] = [...ACTORS.keys()].filter(
  (word) => !words(GROUPS).has(word) && !words(GROUPS).has(word.replace(/s$/, '')),
);

/** The forms of some verbs, each with its base. */
type Verbs = ReadonlyMap<string, string>;

const verbs = (text: string): Verbs =>
  new Map([...words(text)].flatMap((entry) => formsOf(entry).map((form) => [form, baseOf(entry)] as const)));

const baseOf = (entry: string): string => (entry.split('/')[0] ?? '').replace('+', '');

function formsOf(entry: string): string[] {
  const [, past, participle] = entry.split('/');
  const base = baseOf(entry);
  const stem = entry.includes('+') ? base + base.slice(-1) : base.replace(/([^e])e$/, '$1');
  const third = /[^aeiou]y$/.test(base)
    ? `${base.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(base)
      ? `${base}es`
      : `${base}s`;
  const regular = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${stem}ed`;
  return [base, third, `${stem}ing`, past ?? regular, participle ?? past ?? regular];
}

/** What one expects of an attentive person. Not doing it is an omission. */
export const CARE = verbs(`
  ask answer apologise apologize bother call care check confirm consider consult double-check enquire escalate examine
  follow heed inform inspect listen look measure mention monitor notice notify pay/paid phone plan+ prepare proofread
  question read/read remember remind reply report respect review ring/rang/rung say/said taste tell/told test think/thought
  try validate verify warn watch weigh
`);

/** What people alone do, and do wrong. */
export const BUNGLED = verbs(`
  bodge botch bungle mishandle mismanage rubber-stamp lie/lied mislead/misled procrastinate overpromise
`);

/** What people do wrong, and machines in their way do, too. */
export const ERRED = verbs(`
  assume break/broke/broken click confuse delete disregard drop+ forget/forgot/forgotten freeze/froze/frozen guess
  hesitate ignore lose/lost misjudge mishear/misheard misread/misread misspell mistake/mistook/mistaken mistype
  misunderstand/misunderstood misplace miss mix miscount miscalculate neglect omit+ overestimate overlook overreact
  oversee/oversaw/overseen oversleep/overslept panic/panicked press rely rush skip+ trust type underestimate
`);

/** Of those, what no machine does: the subject may be any name. */
export const HUMAN_ERRORS = words(
  'assume guess hesitate neglect misjudge mishear oversleep overreact overestimate underestimate',
);

/** What happens to people: not doing it, or doing it, is a circumstance. */
export const CIRCUMSTANCES = verbs(`
  agree arrive be/was/been become/became come/came exist expect feel/felt get/got have/had hear/heard know/knew/known
  need own realise realize receive recover see/saw/seen understand/understood use want
`);

/** Past tenses that do not end in -ed, to tell a verb from a noun after a role or a name. */
export const IRREGULAR_PAST = words(`
  ate became began bent bet bit blew bought broke brought built burnt came caught chose crept cut dealt did drank drew
  drove fed fell felt fled flew forgot fought found froze gave got grew heard held hid hit hung hurt kept knew laid lay
  led left lent let lit lost made meant met mistook misread paid put quit ran rang read rode rose said sat saw sent set
  shook shot shut slept slid sold spent spoke spread stole stood struck swore swept took taught threw thought told tore
  understood went woke won wore wrote
`);

/** What asks for an answer; ignoring or missing it is an error. */
export const WARNINGS = words(`
  advice alarm alert appointment bug complaint cue deadline email e-mail error escalation feedback guideline indicator
  instruction invitation invoice letter light mail memo message mistake notice page policy procedure process question
  reminder report request risk rule runbook sign signal symptom ticket typo warning
  alarms alerts bugs checklist complaints emails errors instructions letters lights mails messages notices pages reminders
  requests risks rules runbooks signs signals symptoms warnings
`);

/** What is read by people. */
export const DOCUMENTS = words(`
  manual runbook instructions page letter email mail contract label notes ticket wiki docs documentation guide checklist
  procedure plan note sign list terms report form
`);

/** What a person is, in a reproach. */
export const BLAMED_TRAITS = words(`
  careless negligent sloppy incompetent lazy reckless irresponsible inattentive thoughtless inconsiderate
`);

/** What else a person is, that ends a branch of whys. */
export const TRAITS = words(`
  absent-minded arrogant chaotic clumsy cocky complacent disorganised disorganized distracted forgetful greedy hasty
  impatient impulsive inexperienced junior messy naive nosy overconfident passive proud reckless scatterbrained selfish shy
  slow stubborn timid unreliable vain
`);

/** What a careful person is. Not being it ends a branch of whys. */
export const CAREFUL = words(`
  attentive careful concentrating disciplined focused focussed good honest listening looking organised organized patient paying
  prepared strict thinking thorough
`);

/** Who is not yet expected to care, to be patient or to take no risk. */
export const CHILDREN = words(`
  baby babies child children kid kids toddler toddlers teenager teenagers lad lads lass lasses youngest eldest
`);

/** After "too": what befalls a person, and says why. */
export const BEFALLS = words(`
  late few many far ill busy sick short tired new young small hungry scared afraid weak old deaf upset frail exhausted
  nervous frightened embarrassed ashamed cold hot wet heavy high
`);

/** What a noun phrase begins with. */
export const DETERMINERS = words(
  'the a an my our his her their your its this that these those one another every each some any both',
);
/** A noun after one of these is no subject. */
export const PREPOSITIONS = words(`
  about above after against among at before behind below beside besides between beyond by down during for from in inside
  into like near of off on onto out over past per than through to toward towards under until up upon via with within without as
`);
/** What may stand between a subject and its verb. */
export const ADVERBS = words(`
  again all almost also always both clearly even ever just later maybe more never now often once only perhaps probably
  quite rather really simply so soon still surely then therefore thus too well yet accidentally
`);
/** What may stand before the main verb; `ll` and `d` are contractions. */
export const AUXILIARIES = words(`
  am is are was were be been being have has had do does did can could may might must shall should will would ought ll d
`);
/** Where a clause ends. */
export const CONJUNCTIONS = words(
  'and but because since so that which while when where although though then therefore who if whether unless or as',
);
/** A subject after one of these only supposes. */
export const SUPPOSING = words('if whether unless lest suppose');

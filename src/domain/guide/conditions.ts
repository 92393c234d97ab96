import type { ConditionId } from '../coe/vocabulary.ts';
import type { ConditionGroupId } from './condition-groups.ts';

/** A condition to choose from, with one example from work and one from private life. */
export type Condition = {
  readonly id: ConditionId;
  readonly group: ConditionGroupId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
  /** Other words that people look for it by, with spaces between; never shown. */
  readonly words: string;
};

/** In the order of their groups. */
export const CONDITIONS: readonly Condition[] = [
  {
    id: 'attention-memory',
    group: 'state',
    label: 'Attention and memory',
    meaning: 'It depended on someone noticing or remembering at the right moment.',
    outageExample: 'Step seven of twelve had to be remembered, at night.',
    personalExample: 'The date lived only in your head.',
    words:
      'forgot forget forgotten forgetful remember memory remind reminder mind distracted distraction interrupted overlooked missed unnoticed inattentive focus concentrate concentration absent-minded slipped calendar diary date lapse slip mistyped typo wrong button misread autopilot habit routine multitasking phone checklist skipped step lost track bored boring boredom repetitive monotonous inattention complacent',
  },
  {
    id: 'workload-time',
    group: 'state',
    label: 'Workload and time',
    meaning: 'There was more to do than hours to do it in.',
    outageExample: 'One person was covering two on-call rotas.',
    personalExample: 'Five deadlines and a move in the same week.',
    words:
      'busy overloaded overwhelmed overworked workload time late rush rushed hurry hurried deadline deadlines pressure too much many stretched understaffed short-staffed staffing capacity hours overtime double-booked back-to-back meetings backlog schedule scheduling swamped juggling no slack squeezed on-call pager resources people hands',
  },
  {
    id: 'energy-health',
    group: 'state',
    label: 'Energy and health',
    meaning: 'Someone was tired, ill, hungry or worn down.',
    outageExample: 'The command was typed after nineteen hours awake.',
    personalExample: 'Third night with a sick child.',
    words:
      'tired exhausted fatigue sleep asleep overslept sleepless insomnia night jetlag ill sick unwell health migraine headache hungry thirsty hangover drunk alcohol drinking medication pain burnout burned out worn drained energy pregnant injury depressed depression mental rest break',
  },
  {
    id: 'emotion-pressure',
    group: 'state',
    label: 'Feelings and pressure',
    meaning: 'Fear, anger, shame, hurry or excitement narrowed the view.',
    outageExample: 'A customer was on the line while the fix was chosen.',
    personalExample: 'You were too embarrassed to ask a second time.',
    words:
      'afraid fear scared anxious anxiety nervous panic panicked stress stressed angry anger upset frustrated ashamed shame embarrassed guilty guilt proud pride excited hurt lonely sad grief feelings emotional temper argument fight pressure hurry impulsive impatient defensive avoided avoiding procrastination procrastinated dread overconfident confident ego complacent complacency motivation unmotivated attitude overconfidence',
  },
  {
    id: 'knowledge-skill',
    group: 'knowing',
    label: 'Knowledge and skill',
    meaning: 'Something was not known, or not yet learned.',
    outageExample: 'Nobody on shift had restored this database before.',
    personalExample: 'You had never had to ask for a pay rise.',
    words:
      'know knew unknown knowledge skill inexperienced experience new newcomer novice junior beginner learn learned training untrained trained unfamiliar understand understood misunderstood confused expertise documentation docs undocumented outdated ignorance never done before first time onboarding complex complexity complicated expert',
  },
  {
    id: 'assumption',
    group: 'knowing',
    label: 'Believed without checking',
    meaning: 'Something was taken as true and would have been quick to check.',
    outageExample: 'Everyone believed the certificate renewed itself.',
    personalExample: 'You were sure it was in the afternoon.',
    words:
      'assumed assumption believed belief thought sure certain expected guess guessed guessing trusted trust took for granted check checked unchecked unverified verify verified double-check misjudged wrong idea mistaken presumed supposed confirm confirmed question unquestioned obvious optimism optimistic complacency complacent routine',
  },
  {
    id: 'communication-handoff',
    group: 'agreeing',
    label: 'Messages and handovers',
    meaning: 'Something known to one person did not reach the next, or changed on the way.',
    outageExample: 'The early shift’s warning stayed in a closed chat.',
    personalExample: 'The letter went to one parent; the other had the car.',
    words:
      'communication communicate told tell said message messages email mail handover handoff shift misheard miscommunication unread letter chat slack call inform informed unaware nobody silence silent announced language translation note passed relay reply answered word teamwork coordination together',
  },
  {
    id: 'expectations-unclear',
    group: 'agreeing',
    label: 'Unclear expectations',
    meaning: 'People held different pictures of who would do what, or what good looked like.',
    outageExample: 'Two teams each thought the other owned the queue.',
    personalExample: 'Nobody ever said what “doing well” meant in the role.',
    words:
      'unclear expectations expected vague ambiguous roles role responsibility responsible responsibilities ownership owner owned whose job goals goal feedback requirements agreed agreement misunderstanding promise accountable accountability scope definition confusing mixed signals',
  },
  {
    id: 'priorities-tradeoff',
    group: 'agreeing',
    label: 'Priorities and trade-offs',
    meaning: 'Two good things collided and one quietly won.',
    outageExample: 'The release date won over the load test.',
    personalExample: 'You took the meeting because the meeting had a time.',
    words:
      'priority priorities prioritised prioritized tradeoff trade-off choice chose choose conflict conflicting money cost costs budget cheap cheaper speed fast quality shortcut shortcuts cut corners postponed put off important urgent instead competing family work balance saved saving convenience technical debt compromise',
  },
  {
    id: 'planning-estimating',
    group: 'agreeing',
    label: 'Planning and estimating',
    meaning: 'The plan left no room for what usually happens.',
    outageExample: 'The migration was given two hours; the copy took nine.',
    personalExample: 'Forty minutes for a drive that is never under fifty.',
    words:
      'plan planned planning unplanned estimate estimated estimation underestimated schedule buffer margin slack traffic travel journey leave left late delay delayed longer took preparation prepared unprepared forecast capacity time optimistic timing overran contingency backup b',
  },
  {
    id: 'process-missing',
    group: 'setup',
    label: 'No agreed way',
    meaning: 'There was no habit, checklist or agreed step for this, or none that fits.',
    outageExample: 'There was no agreed way to undo a bulk change.',
    personalExample: 'No routine for getting school dates into both calendars.',
    words:
      'process procedure checklist routine habit rule policy guideline runbook playbook missing none standard agreed steps workflow review approval convention instructions manual by hand ad hoc improvised nobody knew how documentation system calendar shared complex',
  },
  {
    id: 'tool-design',
    group: 'setup',
    label: 'How the tool is made',
    meaning: 'The thing in your hand made the wrong move easy or the right one hard.',
    outageExample: 'Production and test look the same on screen.',
    personalExample: 'The adult’s and the child’s bottles have the same cap and label.',
    words:
      'tool tools design interface ui ux button screen confusing software app bug defect hardware device machine equipment label labels default defaults configuration config setting settings form layout usability looks same similar error message automation broken faulty calendar reminder alarm clock complex complexity complicated',
  },
  {
    id: 'change-control-testing',
    group: 'setup',
    label: 'Changing and trying out',
    meaning: 'A change went in without a trial, a second look, or a way back.',
    outageExample: 'The script had never been run against a copy.',
    personalExample: 'You changed banks without one small transfer first.',
    words:
      'test tested untested testing tests trial change changed changes deploy deployed deployment release released rollout rollback migration upgrade update staging canary review reviewed unreviewed code qa regression rehearsal rehearsed backup undo revert config configuration patch untried experiment pilot',
  },
  {
    id: 'monitoring-feedback',
    group: 'setup',
    label: 'Signals and feedback',
    meaning: 'No signal came in time, or it was easy to overlook.',
    outageExample: 'The alert went to a mailbox nobody opens.',
    personalExample: 'Your first review came after eleven months.',
    words:
      'alert alerts alerting alarm alarms monitor monitoring monitored signal signals warning warnings dashboard log logs logging metric metrics notification notifications notified notice noticed unnoticed visibility invisible blind feedback pager page noise noisy false threshold detect detected detection observability reminder calendar hint sign symptoms quiet silent',
  },
  {
    id: 'dependency-outside',
    group: 'surroundings',
    label: 'Depending on others outside',
    meaning: 'It depended on someone or something outside your reach.',
    outageExample: 'The provider’s status page stayed green.',
    personalExample: 'The whole team was cut with the product.',
    words:
      'dependency depend depended external outside provider vendor supplier third party third-party cloud partner customer weather train bus traffic airline post government bank other people team company economy market layoff layoffs boss manager upstream network internet power outage contractor babysitter luck beyond control',
  },
  {
    id: 'known-not-fixed',
    group: 'surroundings',
    label: 'Known and not yet fixed',
    meaning: 'Someone already knew of the gap and it was waiting its turn.',
    outageExample: 'The ticket for it was fourteen months old.',
    personalExample: 'You had been late to the last two as well.',
    words:
      'known knew ignored ignore again before repeat repeated recurring same old ticket backlog debt technical postponed put off later unresolved open issue workaround temporary ageing aging legacy deferred warning warned habit always happens unfixed waiting',
  },
  {
    id: 'help-not-sought',
    group: 'surroundings',
    label: 'Help not asked for',
    meaning: 'Help was near and was not asked for, or not easy to ask for.',
    outageExample: 'Two hours passed before the database team was called.',
    personalExample: 'You carried it alone until you no longer could.',
    words:
      'help ask asked asking didnt alone support escalate escalated escalation late colleague second opinion advice pride shy ashamed too proud isolated lonely single person no backup call doctor friend delegate delegated speak up spoke quiet reluctant stubborn isolation teamwork assertive delegation bus',
  },
  {
    id: 'incentives-culture',
    group: 'surroundings',
    label: 'What is rewarded',
    meaning: 'What gets praised, counted or expected pulled the other way.',
    outageExample: 'Teams were counted by features shipped, not by calm nights.',
    personalExample: 'In that office, leaving at five needed an excuse.',
    words:
      'incentive incentives culture reward rewarded bonus money pay pressure praise blame fear target targets kpi metrics promotion politics management boss expectation norms norm normal everyone does workaholic hero heroics speed features speak up safety atmosphere toxic hierarchy competition tradition peer attitude attitudes motivation',
  },
];

const LABELS: ReadonlyMap<string, string> = new Map(CONDITIONS.map(({ id, label }) => [id, label]));

/** The label of a condition. Any id that is not in the list is the writer's own words, and so its own label. */
export function conditionLabel(condition: string): string {
  return LABELS.get(condition) ?? condition;
}

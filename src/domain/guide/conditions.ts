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
  },
  {
    id: 'workload-time',
    group: 'state',
    label: 'Workload and time',
    meaning: 'There was more to do than hours to do it in.',
    outageExample: 'One person was covering two on-call rotas.',
    personalExample: 'Five deadlines and a move in the same week.',
  },
  {
    id: 'energy-health',
    group: 'state',
    label: 'Energy and health',
    meaning: 'Someone was tired, ill, hungry or worn down.',
    outageExample: 'The command was typed after nineteen hours awake.',
    personalExample: 'Third night with a sick child.',
  },
  {
    id: 'emotion-pressure',
    group: 'state',
    label: 'Feelings and pressure',
    meaning: 'Fear, anger, shame, hurry or excitement narrowed the view.',
    outageExample: 'A customer was on the line while the fix was chosen.',
    personalExample: 'You were too embarrassed to ask a second time.',
  },
  {
    id: 'knowledge-skill',
    group: 'knowing',
    label: 'Knowledge and skill',
    meaning: 'Something was not known, or not yet learned.',
    outageExample: 'Nobody on shift had restored this database before.',
    personalExample: 'You had never had to ask for a pay rise.',
  },
  {
    id: 'assumption',
    group: 'knowing',
    label: 'Believed without checking',
    meaning: 'Something was taken as true and would have been quick to check.',
    outageExample: 'Everyone believed the certificate renewed itself.',
    personalExample: 'You were sure it was in the afternoon.',
  },
  {
    id: 'communication-handoff',
    group: 'agreeing',
    label: 'Messages and handovers',
    meaning: 'Something known to one person did not reach the next, or changed on the way.',
    outageExample: 'The early shift’s warning stayed in a closed chat.',
    personalExample: 'The letter went to one parent; the other had the car.',
  },
  {
    id: 'expectations-unclear',
    group: 'agreeing',
    label: 'Unclear expectations',
    meaning: 'People held different pictures of who would do what, or what good looked like.',
    outageExample: 'Two teams each thought the other owned the queue.',
    personalExample: 'Nobody ever said what “doing well” meant in the role.',
  },
  {
    id: 'priorities-tradeoff',
    group: 'agreeing',
    label: 'Priorities and trade-offs',
    meaning: 'Two good things collided and one quietly won.',
    outageExample: 'The release date won over the load test.',
    personalExample: 'You took the meeting because the meeting had a time.',
  },
  {
    id: 'planning-estimating',
    group: 'agreeing',
    label: 'Planning and estimating',
    meaning: 'The plan left no room for what usually happens.',
    outageExample: 'The migration was given two hours; the copy took nine.',
    personalExample: 'Forty minutes for a drive that is never under fifty.',
  },
  {
    id: 'process-missing',
    group: 'setup',
    label: 'No agreed way',
    meaning: 'There was no habit, checklist or agreed step for this, or none that fits.',
    outageExample: 'There was no agreed way to undo a bulk change.',
    personalExample: 'No routine for getting school dates into both calendars.',
  },
  {
    id: 'tool-design',
    group: 'setup',
    label: 'How the tool is made',
    meaning: 'The thing in your hand made the wrong move easy or the right one hard.',
    outageExample: 'Production and test look the same on screen.',
    personalExample: 'The adult’s and the child’s bottles have the same cap and label.',
  },
  {
    id: 'change-control-testing',
    group: 'setup',
    label: 'Changing and trying out',
    meaning: 'A change went in without a trial, a second look, or a way back.',
    outageExample: 'The script had never been run against a copy.',
    personalExample: 'You changed banks without one small transfer first.',
  },
  {
    id: 'monitoring-feedback',
    group: 'setup',
    label: 'Signals and feedback',
    meaning: 'No signal came in time, or it was easy to overlook.',
    outageExample: 'The alert went to a mailbox nobody opens.',
    personalExample: 'Your first review came after eleven months.',
  },
  {
    id: 'dependency-outside',
    group: 'surroundings',
    label: 'Depending on others outside',
    meaning: 'It depended on someone or something outside your reach.',
    outageExample: 'The provider’s status page stayed green.',
    personalExample: 'The whole team was cut with the product.',
  },
  {
    id: 'known-not-fixed',
    group: 'surroundings',
    label: 'Known and not yet fixed',
    meaning: 'Someone already knew of the gap and it was waiting its turn.',
    outageExample: 'The ticket for it was fourteen months old.',
    personalExample: 'You had been late to the last two as well.',
  },
  {
    id: 'help-not-sought',
    group: 'surroundings',
    label: 'Help not asked for',
    meaning: 'Help was near and was not asked for, or not easy to ask for.',
    outageExample: 'Two hours passed before the database team was called.',
    personalExample: 'You carried it alone until you no longer could.',
  },
  {
    id: 'incentives-culture',
    group: 'surroundings',
    label: 'What is rewarded',
    meaning: 'What gets praised, counted or expected pulled the other way.',
    outageExample: 'Teams were counted by features shipped, not by calm nights.',
    personalExample: 'In that office, leaving at five needed an excuse.',
  },
];

const LABELS: ReadonlyMap<string, string> = new Map(CONDITIONS.map(({ id, label }) => [id, label]));

/** The label of a condition. Any id that is not in the list is the writer's own words, and so its own label. */
export function conditionLabel(condition: string): string {
  return LABELS.get(condition) ?? condition;
}

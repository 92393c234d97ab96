import { adviseOn } from '../advice/advise-on.ts';
import { unreadDate } from '../coe/action-dates.ts';
import type { Coe } from '../coe/coe.ts';
import type { SectionId } from '../coe/vocabulary.ts';
import { conditionLabel } from '../guide/conditions.ts';
import type { EventPlace } from './event.ts';

/** The parts of a coaching talk that questions are for, in its order. */
export const QUESTION_TOPICS = [
  { id: 'opening', label: 'To open' },
  { id: 'depth', label: 'To understand' },
  { id: 'evidence', label: 'To test what we think' },
  { id: 'pattern', label: 'To see a pattern' },
  { id: 'options', label: 'To find ways' },
  { id: 'will', label: 'To decide' },
  { id: 'closing', label: 'To close' },
] as const;
export type QuestionTopic = (typeof QUESTION_TOPICS)[number]['id'];

/** A question of the bank. `id` is not stored anywhere. */
export type BankQuestion = { readonly id: string; readonly topic: QuestionTopic; readonly text: string };

/**
 * Open questions for a coach, in the order of a talk. All of them ask how or what: a why asks for a defence. Several
 * are in here because a copy can call for them, see `questionsFor`.
 */
export const QUESTION_BANK = [
  { id: 'useful', topic: 'opening', text: 'What would be most useful to talk through?' },
  { id: 'on-your-mind', topic: 'opening', text: 'What is still on your mind about it?' },
  { id: 'held', topic: 'opening', text: 'Half a year from now, what would tell you that this is behind you?' },
  { id: 'in-view', topic: 'depth', text: 'What did you have in view at the time, and what was hidden from you?' },
  { id: 'sensible', topic: 'depth', text: 'What made that the sensible choice at the time?' },
  { id: 'also-true', topic: 'depth', text: 'What else was true at the time?' },
  { id: 'visible', topic: 'depth', text: 'What would have made the signal visible to you?' },
  { id: 'newcomer', topic: 'depth', text: 'What would somebody new in your seat have done?' },
  { id: 'confident', topic: 'evidence', text: 'What makes you confident of that?' },
  { id: 'wrong', topic: 'evidence', text: 'What would show that this explanation is wrong?' },
  { id: 'before', topic: 'pattern', text: 'Where have you met this before, and what was the same?' },
  { id: 'in-common', topic: 'pattern', text: 'What do the things that you wrote up have in common?' },
  { id: 'hard-to-get-wrong', topic: 'options', text: 'What would make this hard to get wrong?' },
  { id: 'twice-the-help', topic: 'options', text: 'What would you try if you had twice the help?' },
  { id: 'half-the-time', topic: 'options', text: 'What would you do first if you had half the time?' },
  { id: 'by-when', topic: 'will', text: 'What will you do, and by when?' },
  { id: 'look-again', topic: 'will', text: 'On what day will you look whether it held, and how will you tell?' },
  {
    id: 'how-sure',
    topic: 'will',
    text: 'From 1 to 10, how sure are you that it will happen, and what would add one?',
  },
  { id: 'set-aside', topic: 'will', text: 'What will you set aside to make room for it?' },
  { id: 'from-me', topic: 'will', text: 'What do you need from me now?' },
  { id: 'most-useful', topic: 'closing', text: 'What was most useful to you here?' },
] as const satisfies readonly BankQuestion[];
type QuestionId = (typeof QUESTION_BANK)[number]['id'];

/** A question that fits a copy: what in the copy calls for it, in a few words, and the part that it is about. */
export type FittingQuestion = BankQuestion & { readonly because: string; readonly place: EventPlace };

/** What a copy is compared with: the sections that its writer left out, and earlier COEs by the same person. */
export type ShownIn = { readonly left: readonly SectionId[]; readonly earlier: readonly Coe[] };

const at = (section: SectionId, field: string | null = null, row: string | null = null): EventPlace => ({
  section,
  row,
  field,
});

const questionOf = (id: QuestionId): BankQuestion | undefined => QUESTION_BANK.find((question) => question.id === id);

/**
 * The questions that fit what a copy shows, in the order of a talk; the last one always closes it. A section that the
 * writer left out or skipped calls for no question. Every question comes once, for the first place that calls for it.
 */
export function questionsFor(coe: Coe, { left, earlier }: ShownIn): FittingQuestion[] {
  const { sections } = coe;
  const isShown = (id: SectionId): boolean => !left.includes(id) && !sections[id].skipped;
  const fitting: FittingQuestion[] = [];
  const add = (id: QuestionId, because: string, place: EventPlace): void => {
    const question = questionOf(id);
    if (question !== undefined && !fitting.some((each) => each.id === id))
      fitting.push({ ...question, because, place });
  };
  const advice = adviseOn({ ...coe, depth: 'full', dismissed: { advice: [], similar: [] } }, { zone: 'UTC', off: [] });

  if (isShown('context') && sections.context.expected.trim() === '')
    add('in-view', 'Nothing is written about what was supposed to happen.', at('context', 'expected'));
  if (isShown('noticed') && sections.noticed.signal === 'not-seen')
    add('visible', 'There was a signal, and it was not seen.', at('noticed', 'signal'));
  for (const { rule, rowId } of advice)
    if (rule === 'rests-on-a-person' && isShown('whys'))
      add('sensible', 'A why ends at a person.', at('whys', 'text', rowId));
  const again = isShown('cause') ? repeatedCondition(coe, earlier) : undefined;
  if (again !== undefined)
    add('before', `“${conditionLabel(again.condition)}” was in an earlier copy too.`, at('cause', null, again.id));
  const plan = sections.actions.items.filter(({ text, status }) => text.trim() !== '' && status !== 'declined');
  if (isShown('actions')) {
    if (plan.length > 0 && plan.every(({ strength }) => strength === 'weak'))
      add('hard-to-get-wrong', 'Every action relies on somebody taking care.', at('actions'));
    if (plan.length === 0) add('by-when', 'There is no action yet.', at('actions'));
    const unchecked = plan.find((action) => action.checkDate === null && unreadDate(action, 'checkDate') === null);
    if (unchecked !== undefined)
      add('look-again', 'An action has no date to look again.', at('actions', 'checkDate', unchecked.id));
  }
  add('most-useful', 'It closes a talk well.', at('actions'));
  return fitting;
}

/** The first condition that an earlier COE has too. */
const repeatedCondition = ({ sections }: Coe, earlier: readonly Coe[]) => {
  const before = new Set(earlier.flatMap((coe) => coe.sections.cause.conditions.map(({ condition }) => condition)));
  return sections.cause.conditions.find(({ condition }) => condition !== '' && before.has(condition));
};

import { isBlankAction } from '../actions/action-state.ts';
import { unreadDate } from '../coe/action-dates.ts';
import type { Coe } from '../coe/coe.ts';
import type { Action } from '../coe/sections/actions.ts';
import { ANSWERED_WITH, type SectionState, sectionState } from '../lifecycle/section-state.ts';
import { DEPTHS } from '../guide/depths.ts';
import type { SectionId } from '../coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '../guide/sections.ts';

/** One item of the checklist for review. */
export type ReadinessItem = {
  readonly id: string;
  readonly label: string;
  readonly isDone: boolean;
  /** Where it is answered: a section, or a field of the header. */
  readonly place: SectionId | 'summary' | 'severity';
};

const describeState = (id: SectionId, state: SectionState): string =>
  ({
    empty: 'still empty',
    started: `started. ${ANSWERED_WITH[id]}`,
    done: 'answered',
    skipped: 'skipped',
  })[state];

/**
 * The checklist for review by someone who was not there: every section of the chosen depth answered or left out on
 * purpose, a summary, a severity, a condition besides the trigger, and actions with an owner, a date and a "done when".
 * It blocks nothing.
 */
export function readinessOf(coe: Coe): ReadinessItem[] {
  const sections = DEPTHS.find(({ id }) => id === coe.depth)?.sections ?? [];
  const { cause } = coe.sections;
  const points = pointsOfActions(coe);
  const hasOpenPoints = points.some(({ isDone }) => !isDone);
  return [
    ...sections.map((id): ReadinessItem => {
      const state = sectionState(coe, id);
      return {
        id,
        label: `${SECTION_SHORT_NAMES[id]}: ${
          id === 'actions' && state === 'done' && hasOpenPoints
            ? 'written down, with open points below'
            : describeState(id, state)
        }`,
        isDone: state === 'done' || state === 'skipped',
        place: id,
      };
    }),
    {
      id: 'summary',
      label: 'A summary of one to three sentences',
      isDone: coe.summary.trim() !== '',
      place: 'summary',
    },
    { id: 'severity', label: 'How severe it was', isDone: coe.severity !== null, place: 'severity' },
    {
      id: 'conditions',
      label: 'At least one contributing condition',
      isDone: cause.skipped || cause.conditions.some(({ condition }) => condition !== ''),
      place: 'cause',
    },
    ...points,
  ];
}

const plannedActions = ({ sections: { actions } }: Coe): Action[] =>
  actions.items.filter((action) => !isBlankAction(action) && action.status !== 'declined');

const hasOwner = ({ owner }: Action): boolean => owner.trim() !== '';
const hasDueDate = ({ due }: Action): boolean => due !== null;

/** What those of some actions that have no due date need: one, or where each has words instead, one that can be read. */
const neededDueDate = (actions: readonly Action[]): string =>
  actions.every((action) => hasDueDate(action) || unreadDate(action, 'due') !== null) && !actions.every(hasDueDate)
    ? 'a due date that can be read'
    : 'a due date';
const saysWhenDone = ({ doneWhen }: Action): boolean => doneWhen.trim() !== '';

/** What a reviewer needs of the actions; nothing where there are none on purpose. */
function pointsOfActions(coe: Coe): ReadinessItem[] {
  if (coe.sections.actions.skipped) return [];
  const planned = plannedActions(coe);
  const every = (holds: (action: Action) => boolean): boolean =>
    planned.length > 0 && planned.every((action) => action.status === 'done' || holds(action));
  return [
    {
      id: 'owners',
      label: `Every action has an owner and ${neededDueDate(planned.filter(({ status }) => status !== 'done'))}`,
      isDone: every((action) => hasOwner(action) && hasDueDate(action)),
      place: 'actions',
    },
    { id: 'done-when', label: 'Every action says when it is done', isDone: every(saysWhenDone), place: 'actions' },
  ];
}

/** What some open actions of the plan do not say yet, in words that follow “need”; empty when they say it all. */
export function missingInActions(coe: Coe): string[] {
  if (coe.sections.actions.skipped) return [];
  const open = plannedActions(coe).filter(({ status }) => status !== 'done');
  return [
    ...(open.every(hasOwner) ? [] : ['an owner']),
    ...(open.every(hasDueDate) ? [] : [neededDueDate(open)]),
    ...(open.every(saysWhenDone) ? [] : ['a “done when”']),
  ];
}

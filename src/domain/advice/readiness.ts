import { isBlankAction } from '../actions/action-state.ts';
import type { Coe } from '../coe/coe.ts';
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
  const { cause, actions } = coe.sections;
  const planned = actions.items.filter((action) => !isBlankAction(action) && action.status !== 'declined');
  const isWritten = planned.length > 0;
  const every = (holds: (action: (typeof planned)[number]) => boolean): boolean => isWritten && planned.every(holds);
  return [
    ...sections.map((id): ReadinessItem => {
      const state = sectionState(coe, id);
      return {
        id,
        label: `${SECTION_SHORT_NAMES[id]}: ${describeState(id, state)}`,
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
    ...(actions.skipped
      ? []
      : [
          {
            id: 'owners',
            label: 'Every action has an owner and a due date',
            isDone: every(({ owner, due, status }) => status === 'done' || (owner.trim() !== '' && due !== null)),
            place: 'actions' as const,
          },
          {
            id: 'done-when',
            label: 'Every action says when it is done',
            isDone: every(({ doneWhen, status }) => status === 'done' || doneWhen.trim() !== ''),
            place: 'actions' as const,
          },
        ]),
  ];
}

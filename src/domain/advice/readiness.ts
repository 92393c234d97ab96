import { isBlankAction } from '../actions/action-state.ts';
import type { Coe } from '../coe/coe.ts';
import { sectionState } from '../lifecycle/section-state.ts';
import { DEPTHS } from '../guide/depths.ts';
import type { SectionId } from '../coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '../guide/sections.ts';

/** One thing that someone who was not there needs, and whether it is there. */
export type ReadinessItem = {
  readonly id: string;
  readonly label: string;
  readonly isDone: boolean;
  readonly section: SectionId;
};

/**
 * What makes a COE ready for someone who was not there, at its depth: every section answered or left out on purpose, people seen from
 * their side, a cause that is more than its trigger, and actions with an owner, a day, a "done when" and a check. It
 * mirrors, and keeps nobody from going on.
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
        label: `${SECTION_SHORT_NAMES[id]} is answered, or left out on purpose`,
        isDone: state === 'done' || state === 'skipped',
        section: id,
      };
    }),
    {
      id: 'summary',
      label: 'A summary of one to three sentences',
      isDone: coe.summary.trim() !== '',
      section: 'context',
    },
    { id: 'severity', label: 'How grave it was', isDone: coe.severity !== null, section: 'context' },
    {
      id: 'conditions',
      label: 'At least one condition that had been waiting',
      isDone: cause.skipped || cause.conditions.some(({ condition }) => condition !== ''),
      section: 'cause',
    },
    ...(actions.skipped
      ? []
      : [
          {
            id: 'owners',
            label: 'Every action has an owner and a day',
            isDone: every(({ owner, due, status }) => status === 'done' || (owner.trim() !== '' && due !== null)),
            section: 'actions' as const,
          },
          {
            id: 'done-when',
            label: 'Every action says when it is done',
            isDone: every(({ doneWhen, status }) => status === 'done' || doneWhen.trim() !== ''),
            section: 'actions' as const,
          },
        ]),
  ];
}

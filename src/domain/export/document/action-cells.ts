import { type ActionDate, unreadDate } from '../../coe/action-dates.ts';
import type { Sections } from '../../coe/coe.ts';
import type { Action } from '../../coe/sections/actions.ts';
import { ACTION_STATUSES, CHECK_RESULTS, PRIORITY_LABELS } from '../../guide/action-progress.ts';
import { ACTION_PURPOSES } from '../../guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '../../guide/action-strengths.ts';
import { conditionLabel } from '../../guide/conditions.ts';
import { labelOf } from '../../guide/label-of.ts';
import { quantity } from '../../text/format.ts';
import { flattenWhys } from '../../whys/tree.ts';
import type { CellText, Labelled } from './blocks.ts';
import type { DocumentTimes } from './document-times.ts';

/** The cells of one action. What is long stands below the action, which has the widest column. */
export function actionCells(action: Action, sections: Sections, { day }: DocumentTimes): CellText[] {
  const isSaid = action.text.trim() !== '';
  const row = action.id;
  const said = (which: ActionDate): string => unreadDate(action, which) ?? day(action[which]);
  return [
    {
      text: action.text,
      row,
      field: 'text',
      details: [
        ['Purpose', labelOf(ACTION_PURPOSES, action.purpose)],
        ['Strength', labelOf(ACTION_STRENGTHS, action.strength)],
        ['Priority', action.priority === null ? '' : PRIORITY_LABELS[action.priority]],
        ['Answers the cause', causeText(action.causeId, sections)],
        ['Question of the check', action.checkQuestion, 'checkQuestion'],
        ['By looking at', action.checkHow, 'checkHow'],
        ['Declined because', action.declinedReason],
        ['Proposed by', action.proposedBy],
        ...checksOf(action, day),
      ],
    },
    { text: action.owner, row, field: 'owner' },
    { text: said('due'), row, field: 'due' },
    { text: action.doneWhen, row, field: 'doneWhen' },
    {
      row,
      field: 'checkDate',
      text: [said('checkDate'), labelOf(CHECK_RESULTS, action.result)].filter((part) => part !== '').join('\n'),
    },
    {
      // An empty row is open as well, and is left out.
      text: [isSaid || action.status !== 'open' ? labelOf(ACTION_STATUSES, action.status) : '', said('doneOn')]
        .filter((part) => part !== '')
        .join('\n'),
    },
  ];
}

/** The answers so far; the chances alone for an action that has a result without an answer. */
function checksOf({ checks, chances }: Action, day: DocumentTimes['day']): Labelled[] {
  if (checks.length === 0) return [['Chances to happen again', chances === null ? '' : String(chances)]];
  return checks.map((check): Labelled => {
    const result = [
      labelOf(CHECK_RESULTS, check.result),
      check.chances === null ? '' : quantity(check.chances, 'chance'),
    ].filter((part) => part !== '');
    const note = check.note.trim();
    return [`Check of ${day(check.on)}`, `${result.join(', ')}${note === '' ? '' : `. ${note}`}`];
  });
}

/** The text of the condition or why that an action addresses; empty when there is none by that id. */
function causeText(id: string | null, { cause, whys }: Sections): string {
  if (id === null) return '';
  const condition = cause.conditions.find((row) => row.id === id);
  if (condition !== undefined) return conditionLabel(condition.condition);
  return flattenWhys([...whys.happened, ...whys.unnoticed]).find(({ why }) => why.id === id)?.why.text ?? '';
}

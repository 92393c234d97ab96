import type { Coe } from './coe.ts';
import type { Why } from './sections/whys.ts';

type Row = { id: string };

/**
 * Gives an id to every row without one, or with one that an earlier row of its list has, as in files edited by hand.
 * Ids are made from the position, so the same file always gets the same ids. Changes the COE in place and returns it.
 */
export function fillRowIds(coe: Coe): Coe {
  const { customerImpact, impact, timeline, mitigated, cause, whys, learned, actions } = coe.sections;
  fillIds(coe.statusHistory, 'step');
  fillIds(coe.links, 'link');
  fillIds(customerImpact.groups, 'group');
  fillIds(impact.costs, 'cost');
  fillIds(impact.feelings, 'feeling');
  fillIds(timeline.entries, 'entry');
  fillIds(mitigated.steps, 'step');
  fillIds(cause.conditions, 'condition');
  fillIds(cause.safeguards, 'safeguard');
  fillIds(allWhys(whys.happened), 'why');
  fillIds(allWhys(whys.unnoticed), 'unnoticed');
  fillIds(learned.lessons, 'lesson');
  fillIds(learned.wentWell, 'well');
  fillIds(learned.wentBadly, 'badly');
  fillIds(learned.lucky, 'lucky');
  fillIds(learned.surprisedBy, 'surprise');
  fillIds(actions.items, 'action');
  for (const action of actions.items) fillIds(action.checks, 'check');
  return coe;
}

function fillIds(rows: Row[], prefix: string): void {
  // An id belongs to the first row that has it, even after rows without one, because actions refer to causes by id.
  const owners = new Map(rows.toReversed().map((row) => [row.id, row]));
  rows.forEach((row, index) => {
    if (row.id !== '' && owners.get(row.id) === row) return;
    let number = index + 1;
    while (owners.has(`${prefix}-${number}`)) number += 1;
    row.id = `${prefix}-${number}`;
    owners.set(row.id, row);
  });
}

const allWhys = (whys: Why[]): Why[] => whys.flatMap((why) => [why, ...allWhys(why.whys)]);

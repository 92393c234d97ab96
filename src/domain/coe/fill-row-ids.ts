import type { Coe } from './coe.ts';
import type { Why } from './sections/whys.ts';

type Row = { id: string };

/**
 * Gives every row that has no id, or one that another row of its list already uses, an id from its place. Files written or
 * edited by hand are like that. The same file always gets the same ids, so reading it twice shows no difference.
 */
export function fillRowIds(coe: Coe): Coe {
  const { customerImpact, impact, timeline, mitigated, cause, whys, learned, actions } = coe.sections;
  number(coe.statusHistory, 'step');
  number(coe.links, 'link');
  number(customerImpact.groups, 'group');
  number(impact.costs, 'cost');
  number(impact.feelings, 'feeling');
  number(timeline.entries, 'entry');
  number(mitigated.steps, 'step');
  number(cause.conditions, 'condition');
  number(cause.safeguards, 'safeguard');
  number(allWhys(whys.happened), 'why');
  number(allWhys(whys.unnoticed), 'unnoticed');
  number(learned.lessons, 'lesson');
  number(learned.wentWell, 'well');
  number(learned.wentBadly, 'badly');
  number(learned.lucky, 'lucky');
  number(learned.surprisedBy, 'surprise');
  number(actions.items, 'action');
  for (const action of actions.items) number(action.checks, 'check');
  return coe;
}

function number(rows: Row[], prefix: string): void {
  // A given id belongs to the first row that has it, wherever rows without one stand: actions point at causes by their ids.
  const owners = new Map(rows.toReversed().map((row) => [row.id, row]));
  rows.forEach((row, index) => {
    if (row.id !== '' && owners.get(row.id) === row) return;
    let place = index + 1;
    while (owners.has(`${prefix}-${place}`)) place += 1;
    row.id = `${prefix}-${place}`;
    owners.set(row.id, row);
  });
}

const allWhys = (whys: Why[]): Why[] => whys.flatMap((why) => [why, ...allWhys(why.whys)]);

import { STRENGTH_IDS } from '#domain/coe/vocabulary.ts';
import { compareNames } from '#domain/text/compare.ts';
import type { ActionOrder, ActionRow } from '#ipc/action-list.ts';

type Compare = (first: ActionRow, second: ActionRow) => number;

/** Sorts by date, undated last. */
const byDate = (first: string | null, second: string | null): number => {
  if (first === second) return 0;
  if (first === null || second === null) return first === null ? 1 : -1;
  return first < second ? -1 : 1;
};

const PRIORITY_PLACE = { high: 0, normal: 1, low: 2 };
const priorityPlace = ({ priority }: ActionRow): number => PRIORITY_PLACE[priority ?? 'normal'];

/** Sorts the weakest first, because these need another look; unrated last. */
const strengthPlace = ({ strength }: ActionRow): number =>
  strength === null ? STRENGTH_IDS.length : STRENGTH_IDS.length - 1 - STRENGTH_IDS.indexOf(strength);

const owner: Compare = (first, second) => {
  const one = first.owner.trim();
  const other = second.owner.trim();
  return one === '' || other === '' ? Number(one === '') - Number(other === '') : compareNames(one, other);
};

const due: Compare = (first, second) => byDate(first.due, second.due) || priorityPlace(first) - priorityPlace(second);

const COMPARE: Record<ActionOrder, Compare> = {
  due,
  'coe-newest': () => 0,
  owner: (first, second) => owner(first, second) || due(first, second),
  strength: (first, second) => strengthPlace(first) - strengthPlace(second) || due(first, second),
  'check-date': (first, second) => byDate(first.checkDate, second.checkDate) || due(first, second),
};

/**
 * Returns a comparator for an order. Breaks ties by `positions`, the position of each COE by id; within a COE, a stable
 * sort keeps the order of its plan.
 */
export function compareActions(order: ActionOrder, positions: ReadonlyMap<string, number>): Compare {
  const compare = COMPARE[order];
  const positionOf = (row: ActionRow): number => positions.get(row.coeId) ?? 0;
  return (first, second) => compare(first, second) || positionOf(first) - positionOf(second);
}

import { compareNames, compareText } from '../text/compare.ts';
import type { CoeSummary } from './coe-summary.ts';

/** The sort orders of the list. `best-match` needs search words; without them it means newest first. */
export const COE_ORDERS = [
  'happened-newest',
  'happened-oldest',
  'changed',
  'created',
  'title',
  'severity',
  'best-match',
] as const;
export type CoeOrder = (typeof COE_ORDERS)[number];

type Compare = (first: CoeSummary, second: CoeSummary) => number;

const newestId: Compare = (first, second) => compareText(second.id, first.id);
const happened: Compare = (first, second) => compareText(first.happened.value, second.happened.value);

const COMPARE: Record<Exclude<CoeOrder, 'best-match'>, Compare> = {
  'happened-newest': (first, second) => happened(second, first),
  'happened-oldest': (first, second) => unknownLast(first, second) || happened(first, second),
  changed: (first, second) => compareText(second.updatedAt, first.updatedAt),
  created: (first, second) => compareText(second.createdAt, first.createdAt),
  title: (first, second) => compareNames(first.title, second.title),
  severity: (first, second) => (second.severity ?? -1) - (first.severity ?? -1) || happened(second, first),
};

const unknownLast: Compare = (first, second) =>
  Number(first.happened.value === '') - Number(second.happened.value === '');

/** A comparison for `sort`. Ties go by id, newest first, so that the order is stable. */
export function compareBy(order: CoeOrder): Compare {
  const compare = COMPARE[order === 'best-match' ? 'happened-newest' : order];
  return (first, second) => compare(first, second) || newestId(first, second);
}

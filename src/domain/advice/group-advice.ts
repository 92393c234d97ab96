import type { SectionId } from '../coe/vocabulary.ts';
import type { Advice, AdviceRuleId } from './advice.ts';

/** Advice shown as one line: one finding, or several of one kind about several rows. */
export type AdviceGroup = {
  readonly key: string;
  readonly rule: AdviceRuleId;
  readonly section: SectionId;
  readonly finding: string;
  /** At least one. The first is where the line leads. */
  readonly items: readonly [Advice, ...Advice[]];
};

/** What a line says about several rows, for the rules whose findings differ only by the row. */
const SUMS: Partial<Record<AdviceRuleId, (count: number) => string>> = {
  'no-owner': (count) => `${count} actions have no owner.`,
  'no-due-date': (count) => `${count} actions have no due date.`,
  'no-done-when': (count) => `${count} actions do not say when they are done.`,
  'weak-action': (count) => `${count} actions rely on somebody’s care.`,
  'rests-on-a-person': (count) => `${count} branches end at a person.`,
};

/** Combines findings of one rule in one section into a line, in the order of the first of each. */
export function groupAdvice(advice: readonly Advice[]): AdviceGroup[] {
  const groups = new Map<string, AdviceGroup>();
  for (const each of advice) {
    const sum = each.rowId === null ? undefined : SUMS[each.rule];
    const key = sum === undefined ? each.key : `${each.rule}/${each.section}`;
    const group = groups.get(key);
    const items: AdviceGroup['items'] = group === undefined ? [each] : [...group.items, each];
    const finding = sum === undefined || items.length === 1 ? each.finding : sum(items.length);
    groups.set(key, { key, rule: each.rule, section: each.section, finding, items });
  }
  return [...groups.values()];
}

/**
 * The groups to show at first, at most `limit`. Beside harsh words about oneself it is those alone: anything else that is
 * missing would read as one more reproach.
 */
export function firstGroups(groups: readonly AdviceGroup[], limit: number): readonly AdviceGroup[] {
  const harsh = groups.filter(({ rule }) => rule === 'harsh-on-oneself');
  return (harsh.length > 0 ? harsh : groups).slice(0, limit);
}

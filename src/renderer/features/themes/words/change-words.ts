import { conditionLabel } from '#domain/guide/conditions.ts';
import { quantity, formatNumber } from '#domain/text/format.ts';
import type { RecentChange } from '#domain/themes/learning/learning-data.ts';

import { quoted } from './count-words.ts';

/** Compares the last three months with the three before, in a few sentences with figures. */
export function changeWords({ coes, repeats, checks, condition }: RecentChange): string {
  if (coes.now + coes.before === 0 && checks.answered === 0) {
    return 'No COE here happened in the last six months, so there is no change to report.';
  }
  const parts = [
    `${coes.now === 0 ? 'No COE' : quantity(coes.now, 'COE')} in the last three months, compared with ${countOrNone(coes.before)} in the three before.`,
    repeats.now + repeats.before === 0
      ? 'No repeats.'
      : repeats.now === 0
        ? `None was a repeat; in the three months before, ${repeats.before === 1 ? 'one was' : `${formatNumber(repeats.before)} were`}.`
        : `${quantity(repeats.now, 'repeat')}, compared with ${countOrNone(repeats.before)} before.`,
    checks.answered === 0
      ? 'No checks answered.'
      : `${checks.held === 0 ? 'None' : formatNumber(checks.held)} of ${quantity(checks.answered, 'check')} found that the fix held.`,
    condition === null
      ? ''
      : `${quoted(conditionLabel(condition.condition))} ${condition.now === 0 ? 'did not come up' : `came up ${quantity(condition.now, 'time')}`}, compared with ${countOrNone(condition.before)} before.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const countOrNone = (count: number): string => (count === 0 ? 'none' : formatNumber(count));

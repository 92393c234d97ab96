import { conditionLabel } from '#domain/guide/conditions.ts';
import type { RecentChange } from '#domain/themes/learning/learning-data.ts';

import { coesText, countText, quoted } from './count-words.ts';

/** One plain sentence, or a few, on what the last three months were like beside the three before, with their figures. */
export function changeWords({ coes, repeats, checks, condition }: RecentChange): string {
  if (coes.now + coes.before === 0 && checks.answered === 0) {
    return 'In the last six months nothing happened that stands here, so there is no change to tell of.';
  }
  const parts = [
    `In the last three months: ${coesText(coes.now)}, and ${countText(coes.before)} in the three before.`,
    repeats.now + repeats.before === 0
      ? 'None of them is a repeat.'
      : `${countText(repeats.now)} ${repeats.now === 1 ? 'was a repeat' : 'were repeats'}, and ${countText(repeats.before)} before.`,
    checks.answered === 0
      ? 'No check was answered.'
      : `${countText(checks.held)} of ${countText(checks.answered)} ${checks.answered === 1 ? 'check' : 'checks'} said that a fix held.`,
    condition === null
      ? ''
      : `${quoted(conditionLabel(condition.condition))} came up ${countText(condition.now)} ${condition.now === 1 ? 'time' : 'times'}, before ${countText(condition.before)}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

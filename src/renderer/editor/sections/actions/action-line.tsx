import { type ActionDate, unreadDate } from '#domain/coe/action-dates.ts';
import type { Action } from '#domain/coe/sections/actions.ts';
import { CHECK_RESULTS } from '#domain/guide/action-progress.ts';
import { ACTION_PURPOSES } from '#domain/guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '#domain/guide/action-strengths.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { formatMoment } from '#domain/time/format-moment.ts';

import { useDateStyle } from '../../../ui/date-style.ts';
import styles from './actions.module.css';

/** A one-line summary of an action, with what is still missing. */
export function ActionLine({ action }: { action: Action }) {
  const dates = useDateStyle();
  /** The date, or what was typed for it; undefined when nothing is said. */
  const said = (verb: string, which: ActionDate): string | undefined => {
    const words = unreadDate(action, which);
    if (words !== null) return `${verb} “${words}”`;
    const date = action[which];
    return date === null ? undefined : `${verb} ${formatMoment(dayMoment(date), { style: 'short', dates })}`;
  };
  const parts = [
    ACTION_PURPOSES.find(({ id }) => id === action.purpose)?.label,
    ACTION_STRENGTHS.find(({ id }) => id === action.strength)?.label.toLowerCase(),
    action.owner === '' ? undefined : action.owner,
    action.proposedBy.trim() === '' ? undefined : `proposed by ${action.proposedBy.trim()}`,
    (action.status === 'done' ? said('done', 'doneOn') : undefined) ?? said('due', 'due'),
    action.status === 'declined' ? 'declined' : undefined,
    action.result === null
      ? said('check', 'checkDate')
      : CHECK_RESULTS.find(({ id }) => id === action.result)?.label.toLowerCase(),
  ].filter((part) => part !== undefined);
  return <p className={styles.line}>{parts.length === 0 ? 'No owner or date yet' : parts.join(' · ')}</p>;
}

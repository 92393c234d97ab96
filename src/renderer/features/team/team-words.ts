import { assertNever } from '#domain/result.ts';
import { formatNumber } from '#domain/text/format.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDate, formatTime } from '#domain/time/format-instant.ts';
import type { TeamState } from '#ipc/team.ts';

/** The state of a team library that is open. */
export type Team = Extract<TeamState, { is: 'team' }>;

/** What the pill says: one state, in two or three words. */
export function statusWords({ status, unshared, offlineSince }: Team, zone: string, dates: DateStyle): string {
  switch (status) {
    case 'shared':
      return 'Shared';
    case 'not-yet-shared':
      return unshared > 0 ? `Not yet shared (${formatNumber(unshared)})` : 'Not yet shared';
    case 'offline':
      return offlineSince === null ? 'Offline' : `Offline since ${timeOrDay(offlineSince, zone, dates)}`;
    case 'waiting-for-approval':
      return 'Waiting for approval';
    case 'read-only':
      return 'Read only';
    case 'needs-you':
      return 'Needs you';
  }
  return assertNever(status);
}

/** What a state means, in a sentence. */
export function statusSentence({ status, unshared, isSharedFolder, isSyncing }: Team): string {
  if (isSyncing && (status === 'shared' || status === 'not-yet-shared')) return 'Exchanging with your team now.';
  switch (status) {
    case 'shared':
      return 'Your team has everything up to the last exchange. What you write now follows by itself.';
    case 'not-yet-shared':
      return unshared > 0
        ? 'Your changes are saved on this computer and are sent within two minutes.'
        : 'The first exchange has not finished yet.';
    case 'offline':
      return `You can go on writing. Once shares it when the ${isSharedFolder ? 'shared folder is there' : 'server can be reached'} again.`;
    case 'waiting-for-approval':
      return 'The main branch is protected, so your changes are on a branch of your own until somebody accepts them there.';
    case 'read-only':
      return 'You may read this team library. What you change stays on this computer.';
    case 'needs-you':
      return 'Nothing is lost. Sharing goes on when this is done:';
  }
  return assertNever(status);
}

/** `9:40` for today, the date for an earlier day. */
export function timeOrDay(instant: string, zone: string, dates: DateStyle, now: Date = new Date()): string {
  const isToday = formatDate(instant, zone, dates) === formatDate(now.toISOString(), zone, dates);
  return isToday ? formatTime(instant, zone, dates) : formatDate(instant, zone, dates);
}

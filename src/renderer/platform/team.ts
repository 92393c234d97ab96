import type { RequestOf } from '#ipc/contract.ts';
import type { TeamState } from '#ipc/team.ts';

import { useIpcQuery } from './queries.ts';

const NONE: TeamState = { is: 'none' };

/** The team of the open library; undefined until main has answered. */
export function useTeamState(): TeamState | undefined {
  const asked = useIpcQuery('team:state', {});
  return asked.isError ? NONE : asked.data;
}

/** What to ask for as the day of the first screen: in a team's library what is one's own. */
export const dayOf = (team: TeamState | undefined): RequestOf<'today:read'> =>
  team === undefined || team.is === 'none' ? {} : { whose: 'mine' };

/** The open library's team; null for a library that is not a team's, and until main has answered. */
export function useTeam(): Extract<TeamState, { is: 'team' }> | null {
  const state = useTeamState();
  return state?.is === 'team' ? state : null;
}

import { WHOSE, type Whose } from '#ipc/whose.ts';

import { useTeamState } from '../platform/team.ts';
import { useUrlParams } from './use-url-params.ts';

/** The choice between one's own and everyone's COEs and actions. */
export const WHOSE_OPTIONS: readonly { id: Whose; label: string }[] = [
  { id: 'mine', label: 'Mine' },
  { id: 'everyone', label: 'Everyone’s' },
];

/**
 * Whose COEs and actions a screen shows: in a team library one's own, until the person chooses everyone's. The choice
 * lives in the address. `isKnown` is false until main has said whether the library is a team's.
 */
export function useWhose() {
  const team = useTeamState();
  const [params, change] = useUrlParams();
  const isTeam = team !== undefined && team.is !== 'none';
  const chosen = WHOSE.find((id) => id === params.get('whose'));
  const whose: Whose = isTeam ? (chosen ?? 'mine') : 'everyone';
  return { isKnown: team !== undefined, isTeam, whose, setWhose: (id: Whose): void => change({ whose: id }) };
}

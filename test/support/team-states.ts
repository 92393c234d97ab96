import type { TeamState } from '#ipc/team.ts';

/** A team library in which everything is shared, with what a test says about it. */
export const someTeam = (known: Partial<Extract<TeamState, { is: 'team' }>> = {}): TeamState => ({
  is: 'team',
  name: 'Payments',
  remote: 'ssh://git@git.example.org/payments.git',
  isSharedFolder: false,
  me: 'Ann',
  status: 'shared',
  isSyncing: false,
  unshared: 0,
  questions: 0,
  questionsByCoe: {},
  offlineSince: null,
  lastExchange: '2026-05-14T09:40:00.000Z',
  problem: null,
  strangeFiles: [],
  ...known,
});

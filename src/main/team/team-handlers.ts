import { fail, ok } from '#domain/result.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Handler, Handlers } from '#main/ipc/handlers.ts';

/** The channels of team libraries. */
export type TeamHandlers = Pick<Handlers, Extract<Channel, `team:${string}`>>;

/** The handlers of a library that is not a team's: nothing is read, written or sent. */
export function teamHandlers(): TeamHandlers {
  const noTeam = async () => fail({ kind: 'not-found' } as const);
  const none: Handler<'team:state'> = async () => ok({ is: 'none' });
  return {
    'team:state': none,
    'team:try': noTeam,
    'team:trust-host': noTeam,
    'team:preview-copy': noTeam,
    'team:choose-folder': noTeam,
    'team:connect': noTeam,
    'team:disconnect': noTeam,
    'team:sync': noTeam,
    'team:questions': noTeam,
    'team:settle': noTeam,
    'team:comments': noTeam,
    'team:add-comment': noTeam,
    'team:history': noTeam,
    'team:read-step': noTeam,
    'team:libraries': async () => ok([]),
  };
}

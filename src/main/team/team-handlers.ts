import type { Channel } from '#ipc/channels.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

/** The handlers of the channels of team libraries. */
export type TeamHandlers = Pick<Handlers, Extract<Channel, `team:${string}`>>;

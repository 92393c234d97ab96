import type { Clock } from '#domain/clock.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import type { LibraryManager } from './library-manager.ts';

/** The channels a library answers without a dialog. */
export type LibraryChannel = Extract<
  Channel,
  | 'library:state'
  | 'library:retry'
  | 'coes:list'
  | 'coes:facets'
  | 'coes:find-titles'
  | 'coe:open'
  | 'coe:create'
  | 'coe:save'
  | 'coe:delete'
  | 'trash:list'
  | 'trash:restore'
  | 'problems:list'
  | 'themes:read'
  | 'actions:list'
  | 'actions:change'
>;

/** `zone` is the IANA zone the person's days are counted in. */
export type LibraryHandlersDeps = {
  readonly manager: LibraryManager;
  readonly clock: Clock;
  readonly zone: () => string;
};

/** Answers the channels of the library, each by one call to the library that is open. */
export declare function libraryHandlers(deps: LibraryHandlersDeps): Pick<Handlers, LibraryChannel>;

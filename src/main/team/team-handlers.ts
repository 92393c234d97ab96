import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Announcements } from '#main/ipc/announcements.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

/** The handlers of the channels of team libraries. */
export type TeamHandlers = Pick<Handlers, Extract<Channel, `team:${string}`>>;

/** What team libraries need from the app. */
export type StartTeamDeps = {
  readonly folders: { readonly team: string };
  /** The open library; null while there is none. */
  readonly library: () => Library | null;
  /** Calls back after another library was opened, or the open one closed. */
  readonly onLibraryChanged: (listener: () => void) => void;
  /** Calls back before a library is closed, and waits. */
  readonly beforeClosing: (listener: (library: Library) => Promise<void>) => void;
  readonly openLibrary: (folder: string) => Promise<Result<unknown, AppError>>;
  readonly askForTeamFolder: () => Promise<string | null>;
  readonly askForSharedFolder: () => Promise<string | null>;
  readonly announce: Announcements['announce'];
  readonly onAnnounced: Announcements['onAnnounced'];
  readonly onFocus: (listener: () => void) => void;
  /** The thread that exchanges. */
  readonly workerUrl: URL;
  readonly log: {
    readonly logError: (where: string, error: unknown) => unknown;
    readonly logEvent: (code: string, facts: Readonly<Record<string, string | null>>) => unknown;
  };
};

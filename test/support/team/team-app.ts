import { vi } from 'vitest';

import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import type { Library } from '#main/library/library-api.ts';
import { startTeam } from '#main/team/start-team.ts';

type TeamApp = {
  /** The folder of the open library, which a person also chooses when the app asks for one. */
  readonly folder: string;
  /** `team` in the app's data. */
  readonly team: string;
  readonly cipher?: Library['cipher'];
};

/** The part of the app around a team library, with this library open. */
export function startTeamApp({ folder, team, cipher = PLAIN_CIPHER }: TeamApp) {
  const logEvent = vi.fn<(code: string, facts?: object) => void>();
  const opened: string[] = [];
  const library = {
    folder,
    cipher,
    state: () => ({ isOpenElsewhere: false }),
    reconcile: async () => undefined,
    runExclusive: (_id: string, work: () => unknown) => work(),
  } as unknown as Library;
  let follow = (): void => undefined;
  let close = async (_library: Library): Promise<void> => undefined;
  const handlers = startTeam({
    folders: { team },
    library: () => library,
    onLibraryChanged: (listener) => {
      follow = listener;
    },
    beforeClosing: (listener) => {
      close = listener;
    },
    openLibrary: async (chosen) => {
      opened.push(chosen);
      return { ok: true, value: null };
    },
    askForTeamFolder: async () => folder,
    askForSharedFolder: async () => null,
    announce: () => undefined,
    onAnnounced: () => undefined,
    onFocus: () => undefined,
    clock: Date.now,
    newId: () => '',
    log: {
      logEvent,
      logError: (_where, error) => {
        throw error;
      },
    },
  });
  follow();
  return { handlers, logEvent, opened, close: () => close(library) };
}

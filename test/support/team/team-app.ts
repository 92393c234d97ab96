import { vi } from 'vitest';

import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { createAnnouncements } from '#main/ipc/announcements.ts';
import type { Library } from '#main/library/library-api.ts';
import { startTeam } from '#main/team/start-team.ts';

import { workerUrl } from '../worker-url.ts';

type TeamApp = {
  /** The folder of the open library, which a person also chooses when the app asks for one. */
  readonly folder: string;
  /** `team` in the app's data. */
  readonly team: string;
  readonly cipher?: Library['cipher'];
  readonly worker?: URL;
  /** That of the open library. */
  readonly runExclusive?: Library['runExclusive'];
};

/** The part of the app around a team library, with this library open. */
export function startTeamApp({
  folder,
  team,
  cipher = PLAIN_CIPHER,
  worker = workerUrl('team-worker'),
  runExclusive = (_id, work) => work(),
}: TeamApp) {
  const logEvent = vi.fn<(code: string, facts?: object) => void>();
  const opened: string[] = [];
  const errors: unknown[] = [];
  const announcements: { readonly channel: string; readonly payload: unknown }[] = [];
  const { announce, onAnnounced } = createAnnouncements(
    (channel, payload) => void announcements.push({ channel, payload }),
  );
  const library = {
    folder,
    cipher,
    state: () => ({ isOpenElsewhere: false }),
    reconcile: async () => undefined,
    runExclusive,
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
    announce,
    onAnnounced,
    onFocus: () => undefined,
    workerUrl: worker,
    log: {
      logEvent,
      logError: (_where, error) => errors.push(error),
    },
  });
  follow();
  /** What was announced on a channel, oldest first. */
  const announced = (channel: string): unknown[] =>
    announcements.filter((each) => each.channel === channel).map(({ payload }) => payload);
  return { handlers, logEvent, opened, errors, announced, announce, close: () => close(library) };
}

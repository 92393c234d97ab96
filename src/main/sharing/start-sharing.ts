import { safeStorage } from 'electron';

import type { Clock } from '#domain/clock.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { ShareFile } from '#domain/sharing/share-file.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ReplyImport } from '#ipc/threads.ts';
import { systemKeychain } from '#main/encryption/system-keychain.ts';
import type { ToPdf } from '#main/export/draw-file.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import type { Announce } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

import { createOwnIdentity } from './own-identity.ts';
import { importReply } from './replies/import-reply.ts';
import { sentFrom } from './replies/sent-shares.ts';
import { threadHandlers } from './replies/thread-handlers.ts';
import { eventsToSend } from './replies/thread-store.ts';
import { createSecretKeeper } from './secret-keeper.ts';
import { sharingHandlers } from './sharing-handlers.ts';

/** What sharing needs from the app. The dialogs return null if the person cancels. */
export type StartSharingDeps = {
  readonly folders: { readonly sharing: string };
  /** The name in the settings; it may be empty. */
  readonly usualName: () => string;
  readonly library: () => Library | null;
  /** Calls back after a library opened, closed or locked. */
  readonly onLibraryChanged: (listener: () => void) => void;
  readonly askWhereToSave: AskSavePath;
  readonly askForCard: () => Promise<string | null>;
  /** Those of some words, in lower case, that no dictionary knows. */
  readonly unknownWords: (words: readonly string[]) => Promise<readonly string[]>;
  readonly announce: Announce;
  readonly toPdf: ToPdf;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly locale: () => string;
};

/** Creates the writer's side of sharing. Keys are made on first use. */
export function startSharing(deps: StartSharingDeps) {
  const { folders, library, announce, clock, zone, locale, askWhereToSave: askWhere } = deps;
  const keychain = systemKeychain(safeStorage, process.platform);
  const keeper = createSecretKeeper(keychain);
  const own = createOwnIdentity(folders.sharing, keeper, deps.usualName);
  const ownKey = async (): Promise<Result<string, AppError>> => {
    const identity = await own.readOrMake();
    return identity.ok ? ok(identity.value.person.key) : identity;
  };
  return {
    /** Every channel about shares and their threads, for the writer. */
    handlers: {
      ...sharingHandlers({
        folder: folders.sharing,
        own,
        isSealed: keychain.protects,
        library,
        onLibraryChanged: deps.onLibraryChanged,
        askWhere,
        askForCard: deps.askForCard,
        unknownWords: deps.unknownWords,
        threadOf: async (coeId, { share }) => {
          const [open, writer] = [library(), await ownKey()];
          return open === null || !writer.ok ? [] : eventsToSend(open.shares, { share, coeId, writer: writer.value });
        },
        clock,
        zone,
        locale,
        toPdf: deps.toPdf,
      }),
      ...threadHandlers({ library, sentFrom, ownKey, clock, zone, announce }),
    },
    /** The own identity; made when there is none yet. */
    identity: own.readOrMake,
    /** The own identity as it is; null before the first use. */
    own: own.read,
    /** Stores an identity from a backup on a computer that has none. */
    adopt: own.adopt,
    /** Imports a reply into the open library; see `importReply` for `accepted`. */
    importReply: async (file: ShareFile, accepted: string | null): Promise<Result<ReplyImport, AppError>> => {
      const open = library();
      if (open === null) return fail({ kind: 'library-loading' });
      const reported = (coeId: string): void => announce('sharing:threads-changed', { coeId });
      const reply = { store: open.shares, sent: sentFrom(open), ownKey, announce: reported };
      return importReply({ ...reply, open: async () => ok(file) }, new Uint8Array(), accepted);
    },
  };
}

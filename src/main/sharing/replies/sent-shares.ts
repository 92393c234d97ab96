import { readdir } from 'node:fs/promises';

import { isCoeId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import type { Person } from '#domain/sharing/share-file.ts';
import type { AppError } from '#ipc/app-error.ts';
import { plainNameOf } from '#main/coe-files/file-names.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import type { Library } from '#main/library/library-api.ts';

import { hiddenId, readShares, type Share, writeShare } from '../share-record.ts';

/** What is on record about a share, for its threads. */
export type SentShare = {
  readonly share: string;
  readonly coeId: string;
  /** Whose replies are accepted; null as long as nobody has answered a copy for anyone. */
  readonly reader: Pick<Person, 'name' | 'key'> | null;
  readonly isWithdrawn: boolean;
  readonly names: readonly NameDecision[];
  /** The id of a row in the copies. */
  readonly hideId: (id: string) => string;
  /** The COE as each copy has it, by the number of the copy. */
  readonly copies: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
};

/** The records of what was sent from the open library. */
export type SentShares = {
  /** The record of a share; null if nothing was shared under this id. */
  readonly find: (share: string) => Promise<Result<SentShare | null, AppError>>;
  readonly ofCoe: (coeId: string) => Promise<Result<readonly SentShare[], AppError>>;
  /** Accepts the replies of a person, and of nobody else, from now on. Fails with `not-found` for an unknown share. */
  readonly pin: (sent: SentShare, reader: Person) => Promise<Result<null, AppError>>;
};

const sentShare = (share: Share, coeId: string): SentShare => ({
  share: share.share,
  coeId,
  reader: share.to,
  isWithdrawn: share.withdrawnOn !== null,
  names: share.names,
  hideId: (id) => hiddenId(share, id),
  copies: new Map(share.copies.map(({ seq, body }) => [seq, body.coe])),
});

/** The records in an open library, beside the versions of each COE. */
export function sentFrom({ folder, cipher }: Pick<Library, 'folder' | 'cipher'>): SentShares {
  const paths = libraryPathsOf(folder, cipher);
  const ofCoe = async (coeId: string): Promise<Result<readonly SentShare[], AppError>> => {
    const shares = await readShares(paths, coeId);
    return shares.ok ? ok(shares.value.map((share) => sentShare(share, coeId))) : shares;
  };
  return {
    ofCoe,
    find: async (share) => {
      const ids = await coesWithVersions(paths.versions, (name) => plainNameOf(cipher, name));
      if (!ids.ok) return ids;
      let failure: AppError | null = null;
      for (const coeId of ids.value) {
        // oxlint-disable-next-line no-await-in-loop -- one open file at a time
        const shares = await ofCoe(coeId);
        if (!shares.ok) failure = shares.error;
        const found = shares.ok ? shares.value.find((sent) => sent.share === share) : undefined;
        if (found !== undefined) return ok(found);
      }
      // It may be in the record that cannot be read.
      return failure === null ? ok(null) : fail(failure);
    },
    pin: async ({ share, coeId }, reader) => {
      const shares = await readShares(paths, coeId);
      if (!shares.ok) return shares;
      const own = shares.value.find((each) => each.share === share);
      return own === undefined ? fail({ kind: 'not-found' }) : writeShare(paths, coeId, { ...own, to: reader });
    },
  };
}

/** The COEs that have a folder beside the versions, deleted ones included. */
async function coesWithVersions(
  folder: string,
  plainName: (name: string) => string,
): Promise<Result<readonly string[], AppError>> {
  try {
    return ok((await readdir(folder)).map(plainName).filter(isCoeId));
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
  }
}

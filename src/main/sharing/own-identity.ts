import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import {
  generateSharingIdentity,
  readIdentity,
  type SecretKeeper,
  type SharingIdentity,
  writeIdentity,
} from './identity.ts';

/** The identity of the person at this computer. */
export type OwnIdentity = {
  /** Null before the first use. */
  readonly read: () => Promise<Result<SharingIdentity | null, AppError>>;
  /** The identity; made with the usual name when there is none yet. */
  readonly readOrMake: () => Promise<Result<SharingIdentity, AppError>>;
  /** Stores an identity from a backup. Replaces none. */
  readonly adopt: (identity: SharingIdentity) => Promise<Result<null, AppError>>;
  /** Makes the identity, or gives it another name; its keys stay. */
  readonly setName: (name: string) => Promise<Result<SharingIdentity, AppError>>;
};

/** The identity in a folder of the app's data. `usualName` is the name in the settings; it may be empty. */
export function createOwnIdentity(folder: string, keeper: SecretKeeper, usualName: () => string): OwnIdentity {
  // One after the other, so that two first uses at once make one identity.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
  const store = async (identity: SharingIdentity): Promise<Result<SharingIdentity, AppError>> => {
    const written = await writeIdentity(folder, identity, keeper);
    return written.ok ? ok(identity) : written;
  };
  return {
    read: () => inTurn(() => readIdentity(folder, keeper)),
    readOrMake: () =>
      inTurn(async () => {
        const read = await readIdentity(folder, keeper);
        if (!read.ok) return read;
        return read.value === null ? store(generateSharingIdentity(usualName().trim() || 'Me')) : ok(read.value);
      }),
    adopt: (identity) =>
      inTurn(async () => {
        const read = await readIdentity(folder, keeper);
        if (!read.ok) return read;
        return read.value === null ? writeIdentity(folder, identity, keeper) : fail({ kind: 'exists-already' });
      }),
    setName: (name) =>
      inTurn(async () => {
        const read = await readIdentity(folder, keeper);
        if (!read.ok) return read;
        const { person, ...keys } = read.value ?? generateSharingIdentity(name);
        return store({ ...keys, person: { ...person, name } });
      }),
  };
}

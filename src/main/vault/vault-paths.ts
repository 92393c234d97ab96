import path from 'node:path';

/** Where the keys of an encrypted library lie: beside its COEs, so that whoever copies the library copies them too. */
export type VaultPaths = {
  readonly folder: string;
  /** How the library stands, readable by anybody. */
  readonly description: string;
  /** Which files a change under way has copied. */
  readonly manifest: string;
  /** The identity under the passphrase, twice, for one damaged file must not cost everything. */
  readonly identity: readonly [string, string];
  /** The identity under the recovery key, twice. */
  readonly recovery: readonly [string, string];
};

/** The paths in a library's folder. */
export const vaultPathsOf = (libraryFolder: string): VaultPaths => {
  const folder = path.join(libraryFolder, 'vault');
  const at = (name: string): string => path.join(folder, name);
  return {
    folder,
    description: at('vault.json'),
    manifest: at('change.json'),
    identity: [at('identity.age'), at('identity-copy.age')],
    recovery: [at('recovery.age'), at('recovery-copy.age')],
  };
};

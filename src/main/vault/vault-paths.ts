import path from 'node:path';

/**
 * The keys and description of an encrypted library. They are inside the library folder, so that a copy of the library
 * includes them.
 */
export type VaultPaths = {
  readonly folder: string;
  /** The encryption state of the library, unencrypted. */
  readonly description: string;
  /** The files that a running conversion has copied. */
  readonly manifest: string;
  /** The identity encrypted with the passphrase, in two copies, so that one damaged file does not lose everything. */
  readonly identity: readonly [string, string];
  /** The identity encrypted with the recovery key, in two copies. */
  readonly recovery: readonly [string, string];
};

/** The vault paths of a library in `libraryFolder`. */
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

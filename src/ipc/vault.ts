import { z } from 'zod';

import type { LibraryState } from './library-state.ts';

/** The minimum length of a passphrase in characters. A sentence is longer and easier to remember. */
export const SHORTEST_PASSPHRASE = 10;

/** Whether the system remembers the key: it cannot protect it, it could on request, or it does. */
export type KeychainState = 'unavailable' | 'offered' | 'remembers';

/** The encryption state of the open library. */
export type VaultState = {
  isEncrypted: boolean;
  isLocked: boolean;
  /** Whether encryption can be turned on or off: false for the examples and for a read-only library. */
  mayChange: boolean;
  keychain: KeychainState;
};

/** A new recovery key, which is shown only once. */
export type ShownRecoveryKey = { recoveryKey: string };

const nothing = z.strictObject({});

/** What the person typed to unlock a library; empty for a library without a key. */
const secret = z.string().max(1000);

/** A new passphrase. Anything shorter can be guessed in spite of a slow key derivation. */
const newPassphrase = z.string().min(SHORTEST_PASSPHRASE).max(1000);

/** The request schemas of the encryption channels. */
export const VAULT_REQUESTS = {
  'vault:state': nothing,
  /** Creates a recovery key and returns it once. Changes nothing on disk. */
  'vault:begin': z.strictObject({ passphrase: secret }),
  'vault:confirm-recovery': z.strictObject({ typed: secret }),
  'vault:save-recovery': nothing,
  'vault:encrypt': z.strictObject({ passphrase: newPassphrase }),
  'vault:unlock': z.strictObject({ secret }),
  'vault:lock': nothing,
  'vault:change-passphrase': z.strictObject({ current: secret, next: newPassphrase }),
  'vault:decrypt': z.strictObject({ secret }),
  'vault:remember': z.strictObject({ on: z.boolean() }),
} as const;

/** The successful results of the encryption channels. */
export type VaultAnswers = {
  'vault:state': VaultState;
  'vault:begin': ShownRecoveryKey;
  'vault:confirm-recovery': null;
  'vault:save-recovery': { fileName: string };
  'vault:encrypt': LibraryState;
  'vault:unlock': LibraryState;
  'vault:lock': LibraryState;
  'vault:change-passphrase': null;
  'vault:decrypt': LibraryState;
  'vault:remember': VaultState;
};

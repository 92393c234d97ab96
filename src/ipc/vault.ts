import { z } from 'zod';

import type { LibraryState } from './library-state.ts';

/** In characters. A sentence is longer, and easier to keep in mind. */
export const SHORTEST_PASSPHRASE = 10;

/** What the system can do to remember the key: nothing that protects, on request, or it does so already. */
export type KeychainState = 'unavailable' | 'offered' | 'remembers';

/** How the open library stands with encryption. */
export type VaultState = {
  isEncrypted: boolean;
  isLocked: boolean;
  /** False for the examples and for a library that can only be read. */
  mayChange: boolean;
  keychain: KeychainState;
};

/** A new recovery key, for the one time it is shown. */
export type ShownRecoveryKey = { recoveryKey: string };

const nothing = z.strictObject({});

/** Whatever a person types to open a library; empty where it has no key yet. */
const secret = z.string().max(1000);

/** A passphrase that is to count: what is shorter is guessed whatever is done to slow guessing down. */
const newPassphrase = z.string().min(SHORTEST_PASSPHRASE).max(1000);

/** What the page may ask about encryption. */
export const VAULT_REQUESTS = {
  'vault:state': nothing,
  /** Makes a recovery key and shows it once; nothing has changed on disk then. */
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

/** What each of them answers when it succeeds. */
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

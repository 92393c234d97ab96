import { z } from 'zod';

import { type Contracts, typeOf } from './channel-contract.ts';
import type { LibraryState } from './library-state.ts';

/** The minimum length of a passphrase in characters. A sentence is longer and easier to remember. */
export const MIN_PASSPHRASE_LENGTH = 10;

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
const newPassphrase = z.string().min(MIN_PASSPHRASE_LENGTH).max(1000);

const count = z.number().int().min(0).max(10_000_000);

/** Where the person was before the library was locked. It consists of ids and positions and never has text of a COE. */
export const viewStateSchema = z.strictObject({
  /** The address of the screen, without search words or filters. */
  address: z
    .string()
    .max(200)
    .regex(/^\/[\w/-]*(\?section=[\w-]+)?$/),
  view: z.enum(['guided', 'whole']).nullable(),
  /** How far the editor was scrolled, in pixels. */
  scroll: count,
  /** The field with the focus, as its index among the fields of its section; the header is the section ''. */
  field: z
    .strictObject({
      section: z.string().max(40),
      index: count,
      count,
      /** The caret's path of child indices below the field; empty for an input or a textarea. */
      path: z.array(count).max(20),
      offset: count,
    })
    .nullable(),
});
/** The view state; its address leads to a screen of the page. */
export type ViewState = z.infer<typeof viewStateSchema>;

/** The channels of encryption. */
export const VAULT_CHANNELS = {
  'vault:state': { request: nothing, answer: typeOf<VaultState>(), whileLocked: true },
  /** Creates a recovery key and returns it once. Changes nothing on disk. */
  'vault:begin': { request: z.strictObject({ passphrase: secret }), answer: typeOf<ShownRecoveryKey>() },
  'vault:confirm-recovery': { request: z.strictObject({ typed: secret }), answer: typeOf<null>() },
  'vault:save-recovery': { request: nothing, answer: typeOf<{ fileName: string }>() },
  'vault:encrypt': { request: z.strictObject({ passphrase: newPassphrase }), answer: typeOf<LibraryState>() },
  'vault:unlock': { request: z.strictObject({ secret }), answer: typeOf<LibraryState>(), whileLocked: true },
  /** Returns where the person was when this library was locked; null when it has not been locked in this run. */
  'vault:view-state': { request: nothing, answer: typeOf<ViewState | null>(), whileLocked: true },
  'vault:lock': { request: nothing, answer: typeOf<LibraryState>(), whileLocked: true },
  'vault:change-passphrase': {
    request: z.strictObject({ current: secret, next: newPassphrase }),
    answer: typeOf<null>(),
  },
  'vault:decrypt': { request: z.strictObject({ secret }), answer: typeOf<LibraryState>() },
  'vault:remember': { request: z.strictObject({ on: z.boolean() }), answer: typeOf<VaultState>() },
} as const satisfies Contracts;

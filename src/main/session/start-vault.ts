import { type BrowserWindow, safeStorage } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { VaultAnswers } from '#ipc/vault.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import type { LibraryManager } from './library-manager.ts';
import { createKeychain } from './keychain.ts';
import { vaultHandlers } from './vault-handlers.ts';
import { createVaultKeeper } from './vault-service.ts';
import type { PageFlush } from './flush-page.ts';
import type { LeaveGuard } from './leave-guard.ts';
import { startAutoLock } from './auto-lock.ts';
import { createVaultLocker } from './lock-vault.ts';

/** What the app gives the vault. */
export type VaultServiceDeps = {
  readonly manager: LibraryManager;
  readonly leaving: LeaveGuard;
  readonly flush: PageFlush['flush'];
  readonly renewPage: () => void;
  readonly askWhere: AskSavePath;
  readonly settings: () => Settings;
  /** Where keys are kept that the system seals. */
  readonly keyFolder: string;
  readonly onError: (error: unknown) => void;
};

/** Encryption and the lock, as the rest of the app sees them. */
export type VaultService = {
  readonly handlers: Pick<Handlers, keyof VaultAnswers>;
  /** Takes it as use of the app when somebody types or points in a window. */
  readonly watchUse: (window: BrowserWindow) => void;
  readonly unlockFromKeychain: () => Promise<void>;
};

/** Puts the vault together. */
export function startVault(deps: VaultServiceDeps): VaultService {
  const { manager, leaving, settings } = deps;
  const keychain = createKeychain(safeStorage, deps.keyFolder, process.platform);
  const keeper = createVaultKeeper({ manager, keychain });
  const locking = createVaultLocker({
    mayLeave: leaving.mayLeave,
    flush: deps.flush,
    lock: keeper.lock,
    isOpenAndEncrypted: () => manager.identity() !== null,
    renewPage: deps.renewPage,
  });
  return {
    handlers: vaultHandlers({ keeper, mayLeave: leaving.mayLeave, lock: locking.lock, askWhere: deps.askWhere }),
    unlockFromKeychain: keeper.unlockFromKeychain,
    watchUse: startAutoLock({
      minutes: () => settings().lockAfterMinutes,
      withScreen: () => settings().lockWithScreen,
      lock: () => void locking.lockAutomatically().catch(deps.onError),
    }),
  };
}

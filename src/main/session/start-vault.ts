import { type BrowserWindow, safeStorage } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { VAULT_CHANNELS } from '#ipc/vault.ts';
import { systemKeychain } from '#main/encryption/system-keychain.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import { startAutoLock } from './auto-lock.ts';
import type { PageFlush } from './flush-page.ts';
import { createKeychain } from './keychain.ts';
import type { LeaveGuard } from './leave-guard.ts';
import type { LibraryManager, RecallKey } from './library-manager.ts';
import { createVaultLocker } from './lock-vault.ts';
import { vaultHandlers } from './vault-handlers.ts';
import { createVaultService } from './vault-service.ts';

/** What encryption needs from the session. */
export type StartVaultDeps = {
  readonly manager: LibraryManager;
  readonly mayLeave: LeaveGuard['mayLeave'];
  readonly page: Pick<PageFlush, 'flush' | 'lastViewState'>;
  readonly reloadPage: () => void;
  readonly askWhereToSave: AskSavePath;
  readonly settings: () => Settings;
  /** See `VaultLockerDeps`. */
  readonly whenCaptured: () => Promise<unknown>;
  /** The folder of remembered keys, encrypted by the system. */
  readonly keyFolder: string;
  readonly onError: (error: unknown) => void;
};

/** Encryption and locking, as the rest of the session uses them. */
export type Vault = {
  readonly handlers: Pick<Handlers, keyof typeof VAULT_CHANNELS>;
  /** Counts input in a window as use of the app. */
  readonly watchActivity: (window: BrowserWindow) => void;
  readonly recallKey: RecallKey;
  readonly unlockFromKeychain: () => Promise<void>;
};

/** Starts locking automatically, and returns the handlers of the `vault:` channels. */
export function startVault(deps: StartVaultDeps): Vault {
  const { manager, mayLeave, settings } = deps;
  const keychain = createKeychain(systemKeychain(safeStorage, process.platform), deps.keyFolder);
  const vault = createVaultService({ manager, keychain });
  const locker = createVaultLocker({
    mayLeave,
    flush: deps.page.flush,
    lastViewState: deps.page.lastViewState,
    folder: manager.folder,
    whenCaptured: deps.whenCaptured,
    lock: vault.lock,
    isOpenAndEncrypted: () => manager.identity() !== null,
    reloadPage: deps.reloadPage,
  });
  return {
    handlers: vaultHandlers({
      vault,
      mayLeave,
      lock: locker.lock,
      viewState: locker.viewState,
      askWhere: deps.askWhereToSave,
    }),
    recallKey: vault.recallKey,
    unlockFromKeychain: vault.unlockFromKeychain,
    watchActivity: startAutoLock({
      minutes: () => settings().lockAfterMinutes,
      withScreen: () => settings().lockWithScreen,
      lock: () => void locker.lockAutomatically().catch(deps.onError),
    }),
  };
}

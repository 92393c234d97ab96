import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { ViewState } from '#ipc/vault.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import { saveCopy } from '#main/export/write-copy.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import type { LeaveGuard, LeaveReason } from './leave-guard.ts';
import type { VaultService } from './vault-service.ts';

type VaultChannel = Extract<Channel, `vault:${string}`>;

/** What the vault handlers need. */
export type VaultHandlersDeps = {
  readonly vault: VaultService;
  /** Asks the page to save. False when the person chose to stay. */
  readonly mayLeave: LeaveGuard['mayLeave'];
  readonly lock: () => ReturnType<VaultService['lock']>;
  /** Where the person was when the library was locked. */
  readonly viewState: () => ViewState | null;
  readonly askWhere: AskSavePath;
};

/**
 * Returns the handlers of the `vault:` channels. Those that close the library first ask the page to save, and fail with
 * `cancelled` when the person chose to stay.
 */
export function vaultHandlers({
  vault,
  mayLeave,
  lock,
  viewState,
  askWhere,
}: VaultHandlersDeps): Pick<Handlers, VaultChannel> {
  const afterSaving = async <Value>(
    reason: LeaveReason,
    work: () => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> => ((await mayLeave(reason)) ? work() : fail({ kind: 'cancelled' }));
  return {
    'vault:state': async () => ({ ok: true, value: await vault.state() }),
    'vault:begin': ({ passphrase }) => vault.begin(passphrase),
    'vault:confirm-recovery': ({ typed }) => vault.confirmRecovery(typed),
    'vault:save-recovery': async () => {
      const key = vault.shownRecoveryKey();
      if (key === null) return fail({ kind: 'not-found' });
      const file = await askWhere({ name: 'Once recovery key.txt', kind: 'Text', extension: 'txt' });
      return file === null ? fail({ kind: 'cancelled' }) : saveCopy(file, Buffer.from(recoveryNote(key)));
    },
    'vault:encrypt': ({ passphrase }) => afterSaving('encrypt', () => vault.encrypt(passphrase)),
    'vault:decrypt': ({ secret }) => afterSaving('decrypt', () => vault.decrypt(secret)),
    'vault:unlock': ({ secret }) => vault.unlock(secret),
    'vault:lock': () => lock(),
    'vault:view-state': async () => ({ ok: true, value: viewState() }),
    'vault:change-passphrase': ({ current, next }) => vault.changePassphrase(current, next),
    'vault:remember': ({ on }) => vault.remember(on),
  };
}

const recoveryNote = (key: string): string =>
  [
    'Recovery key of an encrypted Once library',
    '',
    key,
    '',
    'It opens the library without its passphrase. Keep it where you keep passports, not beside the computer.',
    'Without Once: age -d -o key.txt vault/recovery.age (type the key, hyphens included), then age -d -i key.txt FILE',
    '',
  ].join('\n');

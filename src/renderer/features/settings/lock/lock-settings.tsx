import { useState } from 'react';

import type { VaultState } from '#ipc/vault.ts';

import { invoke } from '../../../platform/bridge.ts';
import { runCommand } from '../../../platform/commands.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { queryClient } from '../../../platform/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Row } from '../setting-row.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { DecryptDialog } from './decrypt-dialog.tsx';
import { EncryptDialog } from './encrypt-dialog.tsx';
import { NewRecoveryKeyDialog } from './new-recovery-key-dialog.tsx';
import { showVaultError } from './vault-error.ts';

type Open = 'encrypt' | 'passphrase' | 'recovery' | 'decrypt' | null;

/** Turns encryption on and off, and changes what opens the library. */
export function LockSettings() {
  const vault = useIpcQuery('vault:state', {}).data;
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  if (vault === undefined) return null;
  return (
    <>
      {vault.isEncrypted ? <Encrypted vault={vault} onOpen={setOpen} /> : <Plain vault={vault} onOpen={setOpen} />}
      {open === 'encrypt' && <EncryptDialog onClose={close} />}
      {open === 'passphrase' && <ChangePassphraseDialog onClose={close} />}
      {open === 'recovery' && <NewRecoveryKeyDialog onClose={close} />}
      {open === 'decrypt' && <DecryptDialog onClose={close} />}
    </>
  );
}

type PartProps = { vault: VaultState; onOpen: (open: Open) => void };

const Plain = ({ vault, onOpen }: PartProps) => (
  <Row
    title="Encryption"
    help={
      vault.mayChange
        ? 'Off. Whoever can open the library’s folder can read it. With a passphrase, everything in it is encrypted; without that, there is nothing a lock could keep closed.'
        : 'This library cannot be encrypted: it is the example library, or Once may not write in it.'
    }
  >
    {vault.mayChange && <Button onPress={() => onOpen('encrypt')}>Encrypt this library…</Button>}
  </Row>
);

const Encrypted = ({ vault, onOpen }: PartProps) => (
  <>
    <Row
      title="This library is encrypted"
      help="Its COEs, their trash, the list and the search index can be read with your passphrase or your recovery key only. The files are in the format of age, which other programs open as well."
    >
      <Button onPress={() => runCommand('library.lock')}>Lock now</Button>
    </Row>
    <Row title="Passphrase" help="A new one changes the key file, not your COEs, and holds at once.">
      <Button onPress={() => onOpen('passphrase')}>Change the passphrase…</Button>
    </Row>
    <Row title="Recovery key" help="If the paper is lost or was seen, make another; the one before then opens nothing.">
      <Button onPress={() => onOpen('recovery')}>Make a new recovery key…</Button>
    </Row>
    <Row title="Open without asking" help={keychainHelp(vault)}>
      {vault.keychain !== 'unavailable' && (
        <Checkbox
          label="Open it when Once starts"
          isSelected={vault.keychain === 'remembers'}
          onChange={(on) => void remember(on)}
        />
      )}
    </Row>
    {vault.mayChange && (
      <Row title="Turn encryption off" help="Writes every file as it was without a passphrase, then removes the keys.">
        <Button onPress={() => onOpen('decrypt')}>Turn off…</Button>
      </Row>
    )}
  </>
);

const keychainHelp = ({ keychain }: VaultState): string =>
  keychain === 'unavailable'
    ? 'Not offered here: this computer has no keychain that would protect the key.'
    : 'The system’s keychain keeps the key, and whoever is logged in as you gets in. A lock still asks for the passphrase.';

async function remember(on: boolean): Promise<void> {
  const result = await invoke('vault:remember', { on });
  if (result.ok) queryClient.setQueryData(['vault:state', {}], result.value);
  else showVaultError(result.error);
}

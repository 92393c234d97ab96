import { useState } from 'react';

import type { VaultState } from '#ipc/vault.ts';

import { invoke } from '../../../platform/bridge.ts';
import { runCommand } from '../../../platform/commands.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { queryClient } from '../../../platform/queries.ts';
import { useTeam } from '../../../platform/team.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Row } from '../setting-row.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { DecryptDialog } from './decrypt-dialog.tsx';
import { EncryptDialog } from './encrypt-dialog.tsx';
import { EncryptedDialog } from './encrypted-dialog.tsx';
import { NewRecoveryKeyDialog } from './new-recovery-key-dialog.tsx';
import { PlainHistoryRow } from './plain-history.tsx';
import { showVaultError } from './vault-error.ts';

type Open = 'encrypt' | 'passphrase' | 'recovery' | 'decrypt' | null;

/** Turns encryption on and off, and changes the passphrase and the recovery key. */
export function LockSettings() {
  const vault = useIpcQuery('vault:state', {}).data;
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  if (vault === undefined) return null;
  return (
    <>
      {vault.isEncrypted ? <Encrypted vault={vault} onOpen={setOpen} /> : <Plain vault={vault} onOpen={setOpen} />}
      <EncryptedDialog />
      {open === 'encrypt' && <EncryptDialog onClose={close} />}
      {open === 'passphrase' && <ChangePassphraseDialog onClose={close} />}
      {open === 'recovery' && <NewRecoveryKeyDialog onClose={close} />}
      {open === 'decrypt' && <DecryptDialog onClose={close} />}
    </>
  );
}

type PartProps = { vault: VaultState; onOpen: (open: Open) => void };

function Plain({ vault, onOpen }: PartProps) {
  const team = useTeam();
  return (
    <Row
      title="Encryption"
      help={
        vault.mayChange
          ? `Off. Anyone who can open the library’s folder can read it. A library can only be locked when it is encrypted.${team === null ? '' : ` Encrypting this one ends sharing it with ${team.name}.`}`
          : 'This library cannot be encrypted: it is the example library, or it is read-only.'
      }
    >
      {vault.mayChange && <Button onPress={() => onOpen('encrypt')}>Encrypt this library…</Button>}
    </Row>
  );
}

const Encrypted = ({ vault, onOpen }: PartProps) => (
  <>
    <Row
      title="This library is encrypted"
      help="Its COEs, trash, list and search index can only be read with your passphrase or recovery key. The files use the age format, which other programs can open too."
    >
      <Button onPress={() => runCommand('library.lock')}>Lock now</Button>
    </Row>
    <Row title="Passphrase" help="Changing it rewrites the key file, not your COEs, and takes effect at once.">
      <Button onPress={() => onOpen('passphrase')}>Change the passphrase…</Button>
    </Row>
    <Row
      title="Recovery key"
      help="If you lost the key or someone has seen it, make a new one. The old one then stops working."
    >
      <Button onPress={() => onOpen('recovery')}>Make a new recovery key…</Button>
    </Row>
    <Row title="Open without a passphrase" help={keychainHelp(vault)}>
      {vault.keychain !== 'unavailable' && (
        <Checkbox
          label="Open the library when Once starts"
          isSelected={vault.keychain === 'remembers'}
          onChange={(on) => void remember(on)}
        />
      )}
    </Row>
    <PlainHistoryRow />
    {vault.mayChange && (
      <Row title="Turn encryption off" help="Decrypts every file, then deletes the keys.">
        <Button onPress={() => onOpen('decrypt')}>Turn off…</Button>
      </Row>
    )}
  </>
);

const keychainHelp = ({ keychain }: VaultState): string =>
  keychain === 'unavailable'
    ? 'Not available: this computer has no keychain that protects the key.'
    : 'The system’s keychain stores the key, so anyone logged in as you can open the library. A lock still asks for the passphrase.';

async function remember(on: boolean): Promise<void> {
  const result = await invoke('vault:remember', { on });
  if (result.ok) queryClient.setQueryData(['vault:state', {}], result.value);
  else showVaultError(result.error);
}

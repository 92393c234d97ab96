import { useState } from 'react';

import type { OwnCard } from '#ipc/sharing.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './cards.module.css';

/** The name on the own card, which every copy carries, and the card as a file for the other person. */
export function OwnCardFields({ own, onChange }: { own: OwnCard | null; onChange: () => void }) {
  const [name, setName] = useState(own?.name ?? '');
  const isNamed = own !== null && own.name === name.trim();
  const setCard = async (): Promise<boolean> => {
    const named = await invoke('sharing:name-card', { name: name.trim() });
    if (named.ok) onChange();
    else showFailure(named.error);
    return named.ok;
  };
  const saveCard = async (): Promise<void> => {
    if (!isNamed && !(await setCard())) return;
    const saved = await invoke('sharing:save-card', {});
    if (saved.ok) showToast(`Saved ${saved.value.fileName}. Send it to the person you want to share with.`);
    else showFailure(saved.error);
  };
  return (
    <div className={styles.ownCard}>
      <TextField
        label="Your name, as readers see it"
        value={name}
        maxLength={200}
        onChange={setName}
        onBlur={() => {
          if (name.trim() !== '' && !isNamed) void setCard();
        }}
      />
      <Button onPress={() => void saveCard()} isDisabled={name.trim() === ''}>
        Save my card…
      </Button>
    </div>
  );
}

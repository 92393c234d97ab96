import type { Ref } from 'react';

import type { OwnCard } from '#ipc/sharing.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './cards.module.css';
import { type OwnName, useOwnName } from './use-own-name.ts';

/** The name on the own card, which every copy carries, and the card as a file for the other person. */
export const OwnCardFields = ({ own, onChange }: { own: OwnCard | null; onChange: () => void }) => (
  <OwnNameFields name={useOwnName(own, onChange)} />
);

type OwnNameFieldsProps = {
  name: OwnName;
  /** The element that has the field. */
  ref?: Ref<HTMLDivElement>;
  /** What is wrong with the name, if anything. */
  problem?: string | undefined;
  autoFocus?: boolean;
};

/** The same fields, where more than they alone needs the name. */
export function OwnNameFields({ name, ref, problem, autoFocus = false }: OwnNameFieldsProps) {
  const isEmpty = name.text.trim() === '';
  const saveCard = async (): Promise<void> => {
    if (!(await name.save())) return;
    const saved = await invoke('sharing:save-card', {});
    if (saved.ok) showToast(`Saved ${saved.value.fileName}. Send it to the person you want to share with.`);
    else showFailure(saved.error);
  };
  return (
    <div ref={ref} className={styles.ownCard}>
      <TextField
        label="Your name, as readers see it"
        value={name.text}
        maxLength={200}
        autoFocus={autoFocus}
        note={problem}
        noteIsProblem
        isInvalid={problem !== undefined}
        onChange={name.setText}
        onBlur={() => {
          if (!isEmpty) void name.save();
        }}
      />
      <Button onPress={() => void saveCard()} isDisabled={isEmpty}>
        Save my card…
      </Button>
    </div>
  );
}

import { useState } from 'react';

import type { AppError } from '#ipc/app-error.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './team.module.css';

/** Where the team meets, as far as it is chosen. `folder` is null until the person has chosen one. */
export type MeetingPlace =
  | { readonly is: 'server'; readonly address: string }
  | { readonly is: 'folder'; readonly folder: { readonly handle: string; readonly path: string } | null };

type ChooseMeetingPlaceProps = {
  value: MeetingPlace;
  isDisabled: boolean;
  onChange: (place: MeetingPlace) => void;
  onFailure: (error: AppError) => void;
};

/** A repository on a server, or a folder that the team shares. */
export function ChooseMeetingPlace({ value, isDisabled, onChange, onFailure }: ChooseMeetingPlaceProps) {
  // The field takes the focus when the dialog opens, not when somebody moves through the choice with the arrow keys.
  const [hasSwitched, setHasSwitched] = useState(false);
  const chooseFolder = async (): Promise<void> => {
    const chosen = await invoke('team:choose-shared-folder', {});
    if (chosen.ok) onChange({ is: 'folder', folder: chosen.value });
    else if (chosen.error.kind !== 'cancelled') onFailure(chosen.error);
  };
  return (
    <>
      <RadioCards
        label="Exchange through"
        columns={2}
        value={value.is}
        onChange={(is) => {
          if (isDisabled || is === value.is) return;
          setHasSwitched(true);
          onChange(is === 'server' ? { is, address: '' } : { is, folder: null });
        }}
        options={[
          { id: 'server', label: 'Server', meaning: 'A git repository, by ssh or https.' },
          { id: 'folder', label: 'Shared folder', meaning: 'A file share, or a folder that is synced.' },
        ]}
      />
      {value.is === 'server' ? (
        <TextField
          label="Address of the repository"
          placeholder="git@example.org:team/coes.git"
          value={value.address}
          onChange={(address) => onChange({ is: 'server', address })}
          note="From the page of the repository. Your system’s ssh and its credential helper sign you in; Once keeps no password."
          autoFocus={!hasSwitched}
          // A disabled field would lose the focus.
          isReadOnly={isDisabled}
          spellCheck="false"
        />
      ) : (
        <div className={styles.folder}>
          <span>
            <strong>Shared folder</strong>
            <span className={styles.soft}>
              {value.folder?.path ??
                'Syncthing, OneDrive, Dropbox, a share or a USB stick. An empty one, or your team’s.'}
            </span>
          </span>
          <Button isDisabled={isDisabled} onPress={() => void chooseFolder()}>
            {value.folder === null ? 'Choose the shared folder…' : 'Choose another shared folder…'}
          </Button>
        </div>
      )}
    </>
  );
}

import { useRef, useState } from 'react';

import type { OwnCard } from '#ipc/sharing.ts';

import { invoke } from '../../platform/bridge.ts';
import { showFailure } from '../../ui/show-failure.ts';

/** The name on the own card while somebody types it. */
export type OwnName = {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly isSaved: boolean;
  /** Puts the name on the card, unless it is there. False if that failed, which a toast then says. */
  readonly save: () => Promise<boolean>;
};

/** Begins with the name on the card; `own` is null while there is no card. `onSaved` is called for each change of it. */
export function useOwnName(own: OwnCard | null, onSaved: () => void): OwnName {
  const [text, setText] = useState(own?.name ?? '');
  // Leaving the field and pressing a button save the same name at the same time.
  const saving = useRef<{ name: string; isDone: Promise<boolean> } | null>(null);
  const name = text.trim();
  const isSaved = own !== null && own.name === name;
  const send = async (): Promise<boolean> => {
    const named = await invoke('sharing:name-card', { name });
    saving.current = null;
    if (named.ok) onSaved();
    else showFailure(named.error);
    return named.ok;
  };
  const save = async (): Promise<boolean> => {
    if (isSaved) return true;
    if (saving.current?.name !== name) saving.current = { name, isDone: send() };
    return saving.current.isDone;
  };
  return { text, setText, isSaved, save };
}

import { useState } from 'react';

import { type PassphraseStrength, passphraseStrength } from '#domain/vault/passphrase-strength.ts';
import { SHORTEST_PASSPHRASE } from '#ipc/vault.ts';

import { SecretField, useShown } from './secret-field.tsx';

const WORDS: Record<PassphraseStrength, string> = {
  'too-short': `At least ${SHORTEST_PASSPHRASE} characters. Five words that have nothing to do with one another are easy to keep and hard to guess.`,
  weak: 'Easy to guess for a computer. More words make it better.',
  fair: 'Fair. One or two words more make it good.',
  good: 'Good.',
  strong: 'Very good.',
};

/** What was typed, and the passphrase once it was typed twice the same and is not easy to guess. */
export type NewPassphraseState = {
  readonly first: string;
  readonly second: string;
  readonly passphrase: string | null;
  readonly setFirst: (text: string) => void;
  readonly setSecond: (text: string) => void;
};

/** Holds a passphrase that is typed twice. */
export function useNewPassphrase(): NewPassphraseState {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const strength = passphraseStrength(first, SHORTEST_PASSPHRASE);
  const isTaken = first === second && strength !== 'too-short' && strength !== 'weak';
  return { first, second, setFirst, setSecond, passphrase: isTaken ? first : null };
}

/** The two fields, with a word on how well the first would do. */
export function NewPassphrase({ state, autoFocus = false }: { state: NewPassphraseState; autoFocus?: boolean }) {
  const { isShown, box } = useShown();
  const strength = passphraseStrength(state.first, SHORTEST_PASSPHRASE);
  const differs = state.second !== '' && state.first !== state.second;
  return (
    <>
      <SecretField
        label="New passphrase"
        value={state.first}
        onChange={state.setFirst}
        autoFocus={autoFocus}
        isShown={isShown}
        note={WORDS[strength]}
      />
      <SecretField
        label="The same again"
        value={state.second}
        onChange={state.setSecond}
        isShown={isShown}
        note={differs ? 'Not the same yet.' : undefined}
      />
      {box}
    </>
  );
}

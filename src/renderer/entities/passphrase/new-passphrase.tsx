import { useRef, useState } from 'react';

import { type PassphraseStrength, passphraseStrength } from '#domain/vault/passphrase-strength.ts';
import { MIN_PASSPHRASE_LENGTH } from '#ipc/vault.ts';

import { SecretField, useShown } from './secret-field.tsx';

const WORDS: Record<PassphraseStrength, string> = {
  'too-short': `At least ${MIN_PASSPHRASE_LENGTH} characters. Five unrelated words are easy to remember and hard to guess.`,
  weak: 'Weak: a computer can guess it. Add more words.',
  fair: 'Fair. One or two more words make it good.',
  good: 'Good.',
  strong: 'Strong.',
};

/** What was typed twice. `passphrase` is null until both match and are strong enough. */
export type NewPassphraseState = {
  readonly first: string;
  readonly second: string;
  readonly passphrase: string | null;
  readonly setFirst: (text: string) => void;
  readonly setSecond: (text: string) => void;
};

/** The state of a passphrase that is typed twice. */
export function useNewPassphrase(): NewPassphraseState {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const strength = passphraseStrength(first, MIN_PASSPHRASE_LENGTH);
  const isAccepted = first === second && strength !== 'too-short' && strength !== 'weak';
  return { first, second, setFirst, setSecond, passphrase: isAccepted ? first : null };
}

/** The two fields, with the strength of the first. */
export function NewPassphrase({ state, autoFocus = false }: { state: NewPassphraseState; autoFocus?: boolean }) {
  const { isShown, box } = useShown();
  const repeat = useRef<HTMLDivElement>(null);
  const strength = passphraseStrength(state.first, MIN_PASSPHRASE_LENGTH);
  const differs = state.second !== '' && state.first !== state.second;
  return (
    <>
      <SecretField
        label="New passphrase"
        onKeyDown={(event) => {
          // The form cannot be submitted yet, so Enter goes to the second field.
          if (event.key === 'Enter' && state.second === '') repeat.current?.querySelector('input')?.focus();
        }}
        value={state.first}
        onChange={state.setFirst}
        autoFocus={autoFocus}
        isShown={isShown}
        note={WORDS[strength]}
      />
      <div ref={repeat}>
        <SecretField
          label="Repeat the passphrase"
          value={state.second}
          onChange={state.setSecond}
          isShown={isShown}
          note={differs ? 'The two do not match yet.' : undefined}
        />
      </div>
      {box}
    </>
  );
}

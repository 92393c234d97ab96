import { useState } from 'react';

import type { TeamProblem } from '#ipc/team.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { ProblemNote } from './problem-note.tsx';
import styles from './team.module.css';

/** Lets the credential helper of git ask for a name and a password, because a person clicked. */
export function SignIn({ address, onDone }: { address: string; onDone: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<TeamProblem | null>(null);
  const ask = async (): Promise<void> => {
    setIsAsking(true);
    setProblem(null);
    const signedIn = await invoke('team:sign-in', { address });
    setIsAsking(false);
    if (!signedIn.ok) return showFailure(signedIn.error, 'You are not signed in');
    if (signedIn.value === null) return onDone();
    return setProblem(signedIn.value.kind === 'cancelled' ? null : signedIn.value);
  };
  return (
    <div className={styles.compare} role="group" aria-label="Sign in">
      <div className={styles.buttons}>
        <Button isDisabled={isAsking} onPress={() => void ask()}>
          {isAsking ? 'Waiting for you to sign in…' : 'Sign in…'}
        </Button>
        {isAsking && <Button onPress={() => void invoke('team:cancel', {})}>Cancel</Button>}
      </div>
      <p className={styles.soft}>
        Git Credential Manager, if you have it, opens a window or your browser, and keeps what you enter there. It talks
        to the sign-in page of your server.
      </p>
      {problem !== null && <ProblemNote problem={problem} />}
    </div>
  );
}

import { useState } from 'react';

import type { AppError } from '#ipc/app-error.ts';
import type { TeamProblem } from '#ipc/team.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { queryClient } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { ProblemNote } from './problem-note.tsx';
import styles from './team.module.css';

/** Asks the server of the open team library for its key, shows the fingerprint, and trusts it if a person says so. */
export function CompareHostKey({ isChanged }: { isChanged: boolean }) {
  const [key, setKey] = useState<{ host: string; fingerprint: string } | null>(null);
  const [problem, setProblem] = useState<TeamProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const show = (failure: AppError): void => {
    if (failure.kind === 'team') setProblem(failure.problem);
    else showFailure(failure);
  };
  const look = async (): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    const found = await invokeIn(currentLibrary(), 'team:host-key', {});
    setIsBusy(false);
    if (found.ok) setKey(found.value);
    else show(found.error);
  };
  const accept = async (fingerprint: string): Promise<void> => {
    setIsBusy(true);
    const accepted = await invokeIn(currentLibrary(), 'team:accept-host', { fingerprint });
    setIsBusy(false);
    if (accepted.ok) {
      queryClient.setQueryData(['team:state', {}], accepted.value);
      return;
    }
    // The server may show yet another key than the one that was compared.
    setKey(null);
    show(accepted.error);
  };
  return (
    <div className={styles.compare} role="status" aria-label="Key of the server">
      {key === null ? (
        <Button isDisabled={isBusy} onPress={() => void look()}>
          {isBusy ? 'Asking the server…' : 'Compare the fingerprint…'}
        </Button>
      ) : (
        <>
          <p>
            {isChanged
              ? `${key.host} shows this fingerprint now. Trust it only if the people who run the server say that they replaced its key, and that this is the new one.`
              : `${key.host} shows this fingerprint. Compare it with the one that your team or the provider publishes.`}
          </p>
          <code className={styles.fingerprint}>{key.fingerprint}</code>
          <div className={styles.buttons}>
            <Button isDisabled={isBusy} onPress={() => void accept(key.fingerprint)}>
              They are the same: trust this server
            </Button>
            <Button onPress={() => setKey(null)}>Not now</Button>
          </div>
        </>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
    </div>
  );
}

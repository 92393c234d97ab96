import { assertNever } from '#domain/result.ts';
import { formatBytes, quantity } from '#domain/text/format.ts';
import type { TeamTrial } from '#ipc/team.ts';

import { Button } from '../../ui/button.tsx';
import { ProblemNote } from './problem-note.tsx';
import { SignIn } from './sign-in.tsx';
import styles from './team.module.css';

type TrialResultProps = {
  trial: TeamTrial;
  isSharedFolder: boolean;
  isBusy: boolean;
  /** The address that was tried. */
  address: string;
  onTrust: (fingerprint: string) => void;
  onSignedIn: () => void;
};

/** What *Try it* found. */
export function TrialResult({ trial, isSharedFolder, isBusy, address, onTrust, onSignedIn }: TrialResultProps) {
  switch (trial.is) {
    case 'refused':
      return (
        <>
          <ProblemNote problem={trial.problem} />
          {trial.problem.kind === 'credentials-needed' && <SignIn address={address} onDone={onSignedIn} />}
        </>
      );
    case 'unknown-host':
      return (
        <div className={styles.problem}>
          <p>
            <strong>{trial.host} is new to this computer.</strong> Compare this fingerprint with the one that your team
            or the provider publishes. If they differ, somebody may be between you and the server.
          </p>
          <code className={styles.fingerprint}>{trial.fingerprint}</code>
          <div>
            <Button isDisabled={isBusy} onPress={() => onTrust(trial.fingerprint)}>
              They are the same: trust this server
            </Button>
          </div>
        </div>
      );
    case 'reachable':
      return (
        <ul className={styles.found}>
          <li>
            {trial.name === null ? (
              `The ${isSharedFolder ? 'folder' : 'repository'} is empty. You begin a new team library in it.`
            ) : (
              <>
                Found the team library <strong>{trial.name}</strong> with {quantity(trial.coes, 'COE')}
                {trial.bytes === null ? '.' : `, ${formatBytes(trial.bytes)} fetched.`}
              </>
            )}
          </li>
          <li>
            {trial.canWrite
              ? 'You may read and write.'
              : 'You may read, but not write: what you change would stay on this computer.'}
          </li>
        </ul>
      );
  }
  return assertNever(trial);
}

import { explainError } from '../../ui/explain-error.ts';
import type { UnsentFailure } from './unsent-store.ts';
import styles from './unsent.module.css';

type UnsentStatusProps = {
  failure: UnsentFailure | null;
  /** Says that the words are from earlier; null if they are not. */
  earlier: string | null;
};

/** Says beside a form that its words are from earlier, or that they are not stored. */
export function UnsentStatus({ failure, earlier }: UnsentStatusProps) {
  return (
    <p role="status" className={styles.status} data-failed={failure !== null || undefined}>
      {failure === null ? earlier : failureWords(failure)}
    </p>
  );
}

function failureWords({ during, error }: UnsentFailure): string {
  const { title } = explainError(error);
  return during === 'saving'
    ? `Not saved: ${title}.`
    : `What you typed earlier could not be read: ${title}. It is still on the disk.`;
}

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from './team.module.css';

type CopyLineProps = { text: string; what: string };

/** A line to use elsewhere, such as a command for a terminal, with a button that copies it. */
export function CopyLine({ text, what }: CopyLineProps) {
  const copy = async (): Promise<void> => {
    const copied = await invoke('clipboard:write', { text, html: null });
    if (copied.ok) showToast(`Copied the ${what}.`);
    else showFailure(copied.error, 'Nothing was copied');
  };
  return (
    <span className={styles.copyLine}>
      <code>
        {text.split(/( +)/).map((word, place) =>
          place % 2 === 0 ? (
            // oxlint-disable-next-line react/no-array-index-key -- the words of a line never change places
            <span key={place} className={styles.word}>
              {word}
            </span>
          ) : (
            word
          ),
        )}
      </code>
      <Button aria-label={`Copy the ${what}`} onPress={() => void copy()}>
        Copy
      </Button>
    </span>
  );
}

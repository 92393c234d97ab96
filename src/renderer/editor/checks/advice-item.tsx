import type { Advice } from '#domain/advice/advice.ts';
import { ADVICE_RULES } from '#domain/advice/advice-rules.ts';

import { Button } from '../../ui/button.tsx';
import styles from './checks.module.css';

type AdviceItemProps = {
  advice: Advice;
  readOnly: boolean;
  onGo: () => void;
  onDismiss: () => void;
  onNever: () => void;
};

/** One piece of advice: what was found and a question, with the reason and the ways to hide it on demand. */
export function AdviceItem({ advice, readOnly, onGo, onDismiss, onNever }: AdviceItemProps) {
  const rule = ADVICE_RULES.find(({ id }) => id === advice.rule);
  if (rule === undefined) return null;
  return (
    <li className={styles.item} aria-label={`${rule.name}: ${advice.finding}`}>
      <p className={styles.saw}>{advice.finding}</p>
      <p className={styles.question}>{rule.question}</p>
      <details className={styles.more}>
        <summary aria-label={`More: ${rule.name}`}>More</summary>
        <p>
          <b>{rule.name}.</b> {rule.why}
        </p>
        <div className={styles.buttons}>
          {!readOnly && (
            <Button look="plain" onPress={onDismiss}>
              Not here
            </Button>
          )}
          <Button look="plain" onPress={onNever}>
            Never show this
          </Button>
        </div>
      </details>
      <Button look="plain" aria-label={`Go there: ${rule.name}`} onPress={onGo}>
        Go there
      </Button>
    </li>
  );
}

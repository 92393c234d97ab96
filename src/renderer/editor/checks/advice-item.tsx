import { ADVICE_RULES } from '#domain/advice/advice-rules.ts';
import type { AdviceGroup } from '#domain/advice/group-advice.ts';
import { DEPTHS } from '#domain/guide/depths.ts';

import { Button } from '../../ui/button.tsx';
import styles from './checks.module.css';

type AdviceItemProps = {
  advice: AdviceGroup;
  /** The name of its section, when that is not the one in hand. */
  elsewhere?: string | undefined;
  readOnly: boolean;
  onGo: () => void;
  onDismiss: () => void;
  onNever: () => void;
};

/** One line of advice: what was found and a question, with the reason and the ways to hide it on demand. */
export function AdviceItem({ advice, elsewhere, readOnly, onGo, onDismiss, onNever }: AdviceItemProps) {
  const rule = ADVICE_RULES.find(({ id }) => id === advice.rule);
  if (rule === undefined) return null;
  const depth = DEPTHS.find(({ id }) => id === advice.items[0].depth)?.label;
  const go = depth === undefined ? 'Go there' : `Show this question (${depth})`;
  return (
    <li data-advice={advice.key} className={styles.item} aria-label={`${rule.name}: ${advice.finding}`}>
      {elsewhere !== undefined && <p className={styles.where}>{elsewhere}</p>}
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
      {(depth === undefined || !readOnly) && (
        <Button look="plain" aria-label={`${go}: ${rule.name}`} onPress={onGo}>
          {go}
        </Button>
      )}
    </li>
  );
}

import { Check, Circle } from 'lucide-react';

import type { ReadinessItem } from '#domain/advice/readiness.ts';

import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './checks.module.css';

type ReadyListProps = { items: readonly ReadinessItem[]; onGo: (place: ReadinessItem['place']) => void };

/** The checklist for review, collapsed at first: what a reader who was not there needs. */
export function ReadyList({ items, onGo }: ReadyListProps) {
  const done = items.filter(({ isDone }) => isDone).length;
  return (
    <details className={styles.ready}>
      <summary>
        {done === items.length
          ? 'Ready for review: nothing is missing'
          : `Ready for review: ${done} of ${items.length} done`}
      </summary>
      <ul>
        {items.map(({ id, label, isDone, place }) => (
          <li key={id} data-done={isDone || undefined}>
            {isDone ? <Check size={14} aria-hidden /> : <Circle size={14} aria-hidden />}
            <span>
              {isDone ? (
                <>
                  <VisuallyHidden>Done: </VisuallyHidden>
                  {label}
                </>
              ) : (
                <Button look="plain" onPress={() => onGo(place)}>
                  {label}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { useEffect, useRef } from 'react';

import { quantity } from '#domain/text/format.ts';

import { useCoe, useDraft, useDraftState } from '../../../draft/draft-context.ts';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/toast.tsx';
import styles from './seen-before.module.css';
import { SimilarItem } from './similar-item.tsx';
import { useSimilar } from './use-similar.ts';

type SeenBeforeProps = {
  onLink: (other: { readonly id: string; readonly title: string }) => void;
  /** Called with the number of COEs listed whenever it changes, and with 0 when the panel goes. */
  onCount: (count: number) => void;
};

/**
 * Earlier COEs that are very similar, with the reasons and the result of their last fix. Nothing is shown for weak
 * matches.
 */
export function SeenBefore({ onLink, onCount }: SeenBeforeProps) {
  const draft = useDraft();
  const readOnly = useDraftState((state) => state.readOnly);
  const hasLinks = useCoe((coe) => coe.links.length > 0);
  const dismissed = useCoe((coe) => coe.dismissed.similar.length);
  const panel = useRef<HTMLElement>(null);
  const isRead = (): boolean =>
    panel.current?.matches(':hover') === true || panel.current?.contains(document.activeElement) === true;
  const { shown, waiting, showWaiting, showNext } = useSimilar(isRead);
  const count = shown.length;
  useEffect(() => {
    onCount(count);
    return () => onCount(0);
  }, [count, onCount]);
  const dismiss = (id: string): void => {
    draft.change(
      (coe) => ({
        ...coe,
        dismissed: { ...coe.dismissed, similar: [...new Set([...coe.dismissed.similar, id])] },
      }),
      { location: 'header' },
    );
    showToast('It is not brought up again in this COE.', draft.createRevert());
  };
  const bringBack = (): void => {
    showNext();
    draft.change((coe) => ({ ...coe, dismissed: { ...coe.dismissed, similar: [] } }), { location: 'header' });
    showToast('What was dismissed here counts again.', draft.createRevert());
  };
  return (
    <aside ref={panel} aria-label="Seen before" className={styles.panel} data-region>
      <h2 className={styles.title}>Seen before</h2>
      {shown.length === 0 ? (
        <p className={styles.none}>Nothing {hasLinks ? 'else ' : ''}in this library is much like it so far.</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((similar) => (
            <SimilarItem
              key={similar.id}
              similar={similar}
              readOnly={readOnly}
              onLink={() => onLink(similar)}
              onDismiss={() => dismiss(similar.id)}
            />
          ))}
        </ul>
      )}
      {dismissed > 0 && !readOnly && (
        <Button look="plain" onPress={bringBack}>
          Bring back {quantity(dismissed, 'dismissed COE')}
        </Button>
      )}
      <p role="status" className={styles.waiting}>
        {waiting !== null && (
          <Button look="plain" onPress={showWaiting}>
            Show what is new
          </Button>
        )}
      </p>
    </aside>
  );
}

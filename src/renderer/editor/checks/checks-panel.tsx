import { useRef, useState } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AdviceItem } from './advice-item.tsx';
import styles from './checks.module.css';
import { ReadyList } from './ready-list.tsx';
import { useAdvice } from './use-advice.ts';

type ChecksPanelProps = {
  onGo: (section: SectionId, rowId: string | null) => void;
  /** Whether the COE contains words of despair; "no advice" would read as an answer to them. */
  isDespair: boolean;
};

/** Advice shown at first; more at once would read as a reproach. */
const FIRST_FEW = 4;

/** Advice on the open COE, beside the text. It never blocks anything. */
export function ChecksPanel({ onGo, isDespair }: ChecksPanelProps) {
  const draft = useDraft();
  const readOnly = useDraftState((state) => state.readOnly);
  const { adviceOff } = useSettings();
  const panel = useRef<HTMLElement>(null);
  const isRead = (): boolean =>
    panel.current?.matches(':hover') === true || panel.current?.contains(document.activeElement) === true;
  const { advice, ready } = useAdvice(isRead);
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? advice : advice.slice(0, FIRST_FEW);
  const dismiss = (key: string): void => {
    draft.change(
      (coe) => ({ ...coe, dismissed: { ...coe.dismissed, advice: [...new Set([...coe.dismissed.advice, key])] } }),
      { location: 'header' },
    );
    showToast('It will not be shown again in this COE.', draft.createRevert());
  };
  return (
    <section ref={panel} aria-label="Checks" className={styles.panel} data-region>
      <h2 className={styles.title}>Checks</h2>
      {advice.length === 0 ? (
        !isDespair && <p className={styles.none}>No advice right now.</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((each) => (
            <AdviceItem
              key={each.key}
              advice={each}
              readOnly={readOnly}
              onGo={() => onGo(each.section, each.rowId)}
              onDismiss={() => dismiss(each.key)}
              onNever={() => {
                void changeSettings({ adviceOff: [...new Set([...adviceOff, each.rule])] });
                showToast('It will not be shown again anywhere. Turn it on again in Settings › Writing.', () => {
                  void changeSettings({ adviceOff });
                });
              }}
            />
          ))}
        </ul>
      )}
      {advice.length > FIRST_FEW && (
        <Button look="plain" onPress={() => setIsAll(!isAll)}>
          {isAll ? 'Fewer' : `${advice.length - FIRST_FEW} more`}
        </Button>
      )}
      <ReadyList items={ready} onGo={(section) => onGo(section, null)} />
    </section>
  );
}

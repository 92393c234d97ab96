import { useRef, useState } from 'react';

import type { Advice } from '#domain/advice/advice.ts';
import type { ReadinessItem } from '#domain/advice/readiness.ts';
import { type AdviceGroup, firstGroups, groupAdvice } from '#domain/advice/group-advice.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AdviceItem } from './advice-item.tsx';
import styles from './checks.module.css';
import { ReadyList } from './ready-list.tsx';
import { useAdvice } from './use-advice.ts';

type ChecksPanelProps = {
  /** The section in hand. Advice on it is shown; advice on others is collapsed. */
  section: SectionId;
  /** Goes to where an item of the checklist is answered. */
  onGo: (place: ReadinessItem['place']) => void;
  /** Goes to what a piece of advice is about. */
  onGoToAdvice: (advice: Advice) => void;
  /** Whether the COE contains words of despair; "no suggestions" would read as an answer to them. */
  isDespair: boolean;
};

/** Advice shown at first; more at once would read as a reproach. */
const FIRST_FEW = 4;

/** Advice on the open COE, beside the text. It never blocks anything. */
export function ChecksPanel({ section, onGo, onGoToAdvice, isDespair }: ChecksPanelProps) {
  const draft = useDraft();
  const readOnly = useDraftState((state) => state.readOnly);
  const { adviceOff } = useSettings();
  const panel = useRef<HTMLElement>(null);
  const isRead = (): boolean =>
    panel.current?.matches(':hover') === true || panel.current?.contains(document.activeElement) === true;
  const results = useAdvice(isRead);
  const [isAll, setIsAll] = useState(false);
  const groups = groupAdvice(results?.advice ?? []);
  const here = groups.filter((group) => isAbout(group, section));
  const elsewhere = groups.filter((group) => !isAbout(group, section));
  const first = firstGroups(here, FIRST_FEW);
  const shown = isAll ? here : first;
  const dismiss = (group: AdviceGroup): void => {
    focusNext(panel.current, group.key);
    const keys = group.items.map(({ key }) => key);
    draft.change(
      (coe) => ({ ...coe, dismissed: { ...coe.dismissed, advice: [...new Set([...coe.dismissed.advice, ...keys])] } }),
      { location: 'header' },
    );
    showToast('It will not be shown again in this COE.', draft.createRevert());
  };
  const itemOf = (group: AdviceGroup, name?: string) => (
    <AdviceItem
      key={group.key}
      advice={group}
      elsewhere={name}
      readOnly={readOnly}
      onGo={() => onGoToAdvice(group.items[0])}
      onDismiss={() => dismiss(group)}
      onNever={() => {
        focusNext(panel.current, group.key);
        void changeSettings({ adviceOff: [...new Set([...adviceOff, group.rule])] });
        showToast('It will not be shown again anywhere. Turn it on again in Settings › Writing.', () => {
          void changeSettings({ adviceOff });
        });
      }}
    />
  );
  return (
    <section ref={panel} aria-label="Checks" className={styles.panel} data-region>
      <h2 className={styles.title} tabIndex={-1}>
        Checks
      </h2>
      {here.length === 0 ? (
        results !== null &&
        !isDespair && <p className={styles.none}>No suggestions{elsewhere.length === 0 ? '' : ' here'}.</p>
      ) : (
        <ul className={styles.list}>{shown.map((group) => itemOf(group))}</ul>
      )}
      {here.length > first.length && (
        <Button look="plain" onPress={() => setIsAll(!isAll)}>
          {isAll ? 'Fewer' : `${here.length - first.length} more`}
        </Button>
      )}
      {elsewhere.length > 0 && (
        <details className={styles.elsewhere}>
          <summary>{elsewhere.length} elsewhere</summary>
          <ul className={styles.list}>{elsewhere.map((group) => itemOf(group, nameOf(group)))}</ul>
        </details>
      )}
      {results !== null && <ReadyList items={results.ready} onGo={onGo} />}
    </section>
  );
}

const HEADER_NAMES = { title: 'Title', summary: 'Summary', details: 'Details' } as const;

const isHeaderPlace = (place: Advice['place']): place is keyof typeof HEADER_NAMES =>
  place !== null && place in HEADER_NAMES;

/** Whether a line is about a section. Advice on the header belongs to none. */
const isAbout = ({ section, items: [{ place }] }: AdviceGroup, id: SectionId): boolean =>
  section === id && !isHeaderPlace(place);

const nameOf = ({ section, items: [{ place }] }: AdviceGroup): string =>
  isHeaderPlace(place) ? HEADER_NAMES[place] : SECTION_SHORT_NAMES[section];

/**
 * Moves the focus from a line that is about to go: to the next line, else the one before, else the heading. Otherwise
 * a person on the keyboard would start again at the top of the window.
 */
function focusNext(panel: HTMLElement | null, key: string): void {
  const lines = [...(panel?.querySelectorAll<HTMLElement>('[data-advice]') ?? [])];
  const place = lines.findIndex((line) => line.dataset['advice'] === key);
  const next = lines[place + 1] ?? lines[place - 1];
  const target = next?.querySelector<HTMLElement>('summary') ?? panel?.querySelector<HTMLElement>('h2');
  target?.focus();
}

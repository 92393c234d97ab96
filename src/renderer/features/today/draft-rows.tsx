import { Link } from 'react-router';

import type { UnfinishedDraft } from '#domain/today/today.ts';
import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { quantity, upperFirst } from '#domain/text/format.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { formatDay } from '#domain/time/format-day.ts';
import { addDays, REVISIT_CHOICES } from '#domain/time/revisit-choices.ts';
import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';

import styles from './today.module.css';

type RowsProps = { items: readonly UnfinishedDraft[]; day: CalendarDate };

/** Drafts to continue, each with a menu to postpone it. */
export function DraftRows({ items, day }: RowsProps) {
  return items.map((draft) => {
    const title = draft.title.trim() || 'Untitled';
    return (
      <li key={draft.id} className={styles.row}>
        <div>
          <p className={styles.words}>
            <Link to={`/coes/${draft.id}`}>{title}</Link>
          </p>
          <p className={styles.soft}>
            {COE_KIND_LABELS[draft.kind]}
            {draft.revisitOn === null
              ? `, last changed ${draft.idleDays === 1 ? 'yesterday' : `${quantity(draft.idleDays, 'day')} ago`}`
              : `, to look at again on ${formatDay(draft.revisitOn, day)}`}
          </p>
        </div>
        <Menu
          label={`Later: ${title}`}
          trigger={<Button aria-label={`Later: ${title}`}>Later</Button>}
          entries={REVISIT_CHOICES.map(({ id, label }) => ({ id, label }))}
          onAction={(id) => void postpone(draft, day, REVISIT_CHOICES.find((choice) => choice.id === id)?.days ?? 1)}
        />
      </li>
    );
  });
}

async function postpone(draft: UnfinishedDraft, day: CalendarDate, days: number): Promise<void> {
  const on = addDays(day, days);
  const set = (to: CalendarDate | null) => invoke('coe:set-revisit-date', { coeId: draft.id, on: to });
  const result = await set(on);
  if (result.ok) showToast(`Today will show it again on ${formatDay(on, day)}.`, () => void set(draft.revisitOn));
  else showToast(`${upperFirst(explainError(result.error).title)}. ${explainError(result.error).safe}`);
}

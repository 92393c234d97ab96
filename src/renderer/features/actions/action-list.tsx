import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import type { CalendarDate } from '#domain/time/calendar-date.ts';

import type { ActionRow } from '#ipc/action-list.ts';
import { saveCheckAnswer } from '../../entities/action/save-check-answer.ts';
import { CheckAnswerDialog } from '../../entities/action/check-answer-dialog.tsx';

import { ActionLine } from './action-line.tsx';
import styles from './action-list.module.css';
import { toggleDone } from '../../entities/action/toggle-done.ts';
import { rowForKey } from '../../list/row-for-key.ts';
import { usePagedQuery } from '../../list/use-paged-query.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import type { ActionQuery } from './use-action-params.ts';

const ROW_ESTIMATE = 76;

type ActionListProps = { query: ActionQuery; total: number; today: CalendarDate };

/** The virtualized list of actions. Arrows move, Space toggles done, A answers the check, Enter opens the COE. */
export function ActionList({ query, total, today }: ActionListProps) {
  const dates = useDateStyle();
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [wanted, setWanted] = useState(0);
  const moved = useRef(false);
  const [asked, setAsked] = useState<ActionRow | null>(null);
  const active = Math.min(wanted, total - 1);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_ESTIMATE,
    overscan: 8,
    // The focused row stays rendered when it is scrolled out of view.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])].sort((one, other) => one - other),
  });
  const items = virtualizer.getVirtualItems();
  const inSight = items.filter(({ index }) => index !== active || items.length === 1);
  const rowAt = usePagedQuery(
    'actions:list',
    query,
    inSight.map(({ index }) => index),
  );

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const row = rowAt(active);
    const next = rowForKey(event.key, active, total, Math.max(1, inSight.length - 10));
    if (next !== null) {
      moved.current = true;
      setWanted(next);
      virtualizer.scrollToIndex(next);
    } else if (event.key === ' ' && row !== undefined) void toggleDone(row, today, dates);
    else if (event.key === 'a' && isPlain(event) && row?.state === 'waiting-for-check') setAsked(row);
    else if (event.key === 'Enter' && row !== undefined) void navigate(`/coes/${row.coeId}`);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label="Actions"
        aria-rowcount={total}
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <div
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 1}
              tabIndex={index === active ? 0 : -1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => setWanted(index)}
            >
              {row !== undefined && (
                <ActionLine
                  row={row}
                  today={today}
                  onToggle={() => void toggleDone(row, today, dates)}
                  onAnswer={() => setAsked(row)}
                />
              )}
            </div>
          );
        })}
      </div>
      {asked !== null && <AnswerRow row={asked} today={today} onClose={() => setAsked(null)} />}
    </div>
  );
}

const isPlain = (event: React.KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

/** The check dialog for one action. */
function AnswerRow({ row, today, onClose }: { row: ActionRow; today: CalendarDate; onClose: () => void }) {
  const dates = useDateStyle();
  return (
    <CheckAnswerDialog
      action={row}
      coe={{ kind: row.coeKind, severity: row.coeSeverity }}
      today={today}
      onClose={onClose}
      onAnswer={(answer) => {
        onClose();
        void saveCheckAnswer(row.coeId, row.id, answer, dates);
      }}
    />
  );
}

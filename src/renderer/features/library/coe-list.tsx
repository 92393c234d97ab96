import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';

import type { CoeListRequest, CoeRow } from '#ipc/coe-list.ts';

import { ask } from '../../platform/bridge.ts';
import { fetchAnswer } from '../../platform/queries.ts';
import { explainError } from '../../ui/explain-error.ts';
import { say } from '../../ui/undo-toast.tsx';
import styles from './coe-list.module.css';
import { CoeListItem } from './coe-list-item.tsx';

type CoeListProps = { request: Omit<CoeListRequest, 'offset' | 'limit'>; total: number; hasMatches: boolean };

const PAGE = 100;
const ROW_HEIGHT = { plain: 92, matches: 112 };

/** Where each list was left, by its address, so that coming back finds it there. */
const leftAt = new Map<string, number>();

/** The list: only what is in sight is drawn, and only its pages are asked for. */
export function CoeList({ request, total, hasMatches }: CoeListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { search } = useLocation();
  const rowHeight = hasMatches ? ROW_HEIGHT.matches : ROW_HEIGHT.plain;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: leftAt.get(search) ?? 0,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const items = virtualizer.getVirtualItems();
  const firstPage = Math.floor((items[0]?.index ?? 0) / PAGE);
  const lastPage = Math.floor((items.at(-1)?.index ?? 0) / PAGE);
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
  const answers = useQueries({
    queries: pages.map((page) => {
      const asked: CoeListRequest = { ...request, offset: page * PAGE, limit: PAGE };
      return { queryKey: ['coes:list', asked], queryFn: () => fetchAnswer('coes:list', asked) };
    }),
  });
  const rowAt = (index: number): CoeRow | undefined =>
    answers[Math.floor(index / PAGE) - firstPage]?.data?.rows[index % PAGE];

  const focusAt = (index: number): void => {
    const place = Math.min(Math.max(index, 0), total - 1);
    virtualizer.scrollToIndex(place);
    // The row may have to be drawn before it can take the focus.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${place}"] a`)?.focus()),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = Number((event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset['index'] ?? 0);
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + perPage,
      PageUp: index - perPage,
      Home: 0,
      End: total - 1,
    };
    const next = steps[event.key];
    const row = rowAt(index);
    if (next !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      focusAt(next);
    } else if (event.key === 'Delete' && row !== undefined) {
      event.preventDefault();
      void moveToTrash(row.id);
      focusAt(index);
    }
  };

  return (
    <div
      className={styles.scroller}
      ref={scroller}
      data-region
      onScroll={(event) => leftAt.set(search, event.currentTarget.scrollTop)}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the links of the rows */}
      <ul
        aria-label="COEs"
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <CoeListItem
            key={item.key}
            row={rowAt(item.index)}
            index={item.index}
            total={total}
            top={item.start}
            height={rowHeight}
            onOpen={(id) => void navigate(`/coes/${id}`)}
          />
        ))}
      </ul>
    </div>
  );
}

async function moveToTrash(id: string): Promise<void> {
  const result = await ask('coe:delete', { id });
  if (result.ok) say('Moved to the trash.', () => void ask('trash:restore', { trashId: result.value.trashId }));
  else say(`It was not moved: ${explainError(result.error).title}.`);
}

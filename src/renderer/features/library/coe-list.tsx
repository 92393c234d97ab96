import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';

import { invoke } from '../../platform/bridge.ts';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from './coe-list.module.css';
import { CoeListItem } from './coe-list-item.tsx';
import { rowForKey } from '../../list/row-for-key.ts';
import { type ListQuery, usePagedQuery } from '../../list/use-paged-query.ts';

type CoeListProps = { request: ListQuery<'coes:list'>; total: number; hasMatches: boolean };

const ROW_HEIGHT = { plain: 92, matches: 112 };

/** Where each list was left, by its address, so that coming back finds it there. */
const leftAt = new Map<string, number>();
const leftFocus = new Map<string, number>();

/** The list: only what is in sight is drawn, and only its pages are asked for. */
export function CoeList({ request, total, hasMatches }: CoeListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { search } = useLocation();
  const rowHeight = hasMatches ? ROW_HEIGHT.matches : ROW_HEIGHT.plain;
  // The row that has the focus, or had it last: Tab comes back to it, and it is drawn even when it is scrolled away.
  const [active, setActive] = useState<number | null>(leftFocus.get(search) ?? null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: leftAt.get(search) ?? 0,
    rangeExtractor: (range) => {
      const places = defaultRangeExtractor(range);
      if (active === null || active >= total || places.includes(active)) return places;
      return [...places, active].sort((first, second) => first - second);
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  // Another search is another list, and begins at its beginning.
  const shown = useRef(search);
  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    setActive(null);
    scroller.current?.scrollTo({ top: 0 });
  }, [search]);

  const items = virtualizer.getVirtualItems();
  const rowAt = usePagedQuery(
    'coes:list',
    request,
    items.map(({ index }) => index),
  );
  const hasRows = items.some(({ index }) => rowAt(index) !== undefined);
  useEffect(() => {
    // Says to whoever measures a start when there was something to see: the frame after the one with the first rows.
    if (hasRows) requestAnimationFrame(() => performance.mark('first-rows'));
  }, [hasRows]);
  const tabStop = active !== null && active < total ? active : (virtualizer.range?.startIndex ?? 0);

  // A row may have to be fetched and drawn before it can take the focus.
  const cameBack = useNavigationType() === 'POP';
  const wanted = useRef<number | null>(cameBack ? active : null);
  useEffect(() => {
    if (wanted.current === null) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (link === null || link === undefined) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  const focusAt = (index: number): void => {
    setActive(index);
    virtualizer.scrollToIndex(index);
    wanted.current = index;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const index = Number((event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset['index'] ?? 0);
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const next = rowForKey(event.key, index, total, perPage);
    const row = rowAt(index);
    if (next !== null) {
      event.preventDefault();
      focusAt(next);
    } else if (event.key === 'Delete' && row !== undefined) {
      event.preventDefault();
      void moveToTrash(row.id, row.title).then((isMoved) => isMoved && focusAt(Math.min(index, total - 2)));
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
        onFocus={(event) => {
          const place = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
          if (place === undefined) return;
          setActive(Number(place));
          leftFocus.set(search, Number(place));
        }}
      >
        {items.map((item) => (
          <CoeListItem
            key={item.key}
            row={rowAt(item.index)}
            index={item.index}
            total={total}
            top={item.start}
            height={rowHeight}
            isTabStop={item.index === tabStop}
            onOpen={(id) => void navigate(`/coes/${id}`)}
          />
        ))}
      </ul>
    </div>
  );
}

async function moveToTrash(id: string, title: string): Promise<boolean> {
  const result = await invoke('coe:delete', { id });
  if (!result.ok) {
    showToast(`It was not moved: ${explainError(result.error).title}.`);
    return false;
  }
  const name = title.trim() === '' ? 'The COE' : `“${title.length > 60 ? `${title.slice(0, 59)}…` : title}”`;
  showToast(`${name} is in the trash.`, () => {
    void invoke('trash:restore', { trashId: result.value.trashId }).then((restored) => {
      if (!restored.ok) showToast(`It is still in the trash: ${explainError(restored.error).title}.`);
    });
  });
  return true;
}

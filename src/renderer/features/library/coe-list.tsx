import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';

import { moveToTrash } from '../../entities/coe/move-to-trash.ts';
import { rowForKey } from '../../list/row-for-key.ts';
import { type ListQuery, usePagedQuery } from '../../list/use-paged-query.ts';
import { useSettings } from '../../platform/settings.ts';
import { useTeam } from '../../platform/team.ts';
import styles from './coe-list.module.css';
import { CoeListItem } from './coe-list-item.tsx';
import { listPosition, rememberPosition } from './list-position.ts';

type CoeListProps = {
  /** The handle of the library; empty until main has named it. */
  library: string;
  request: ListQuery<'coes:list'>;
  total: number;
  hasMatches: boolean;
};

const ROW_HEIGHT = { comfortable: { plain: 92, matches: 112 }, compact: { plain: 56, matches: 92 } };

/** The virtualized list of COEs. Only the pages in view are loaded. */
export function CoeList({ library, request, total, hasMatches }: CoeListProps) {
  const team = useTeam();
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { search } = useLocation();
  const rowHeight = ROW_HEIGHT[useSettings().density][hasMatches ? 'matches' : 'plain'];
  // The row that has, or last had, the focus: Tab returns to it, and it stays rendered when it is scrolled out of view.
  const [active, setActive] = useState<number | null>(() => listPosition(library, search).focused);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: listPosition(library, search).scrollTop,
    rangeExtractor: (range) => {
      const places = defaultRangeExtractor(range);
      if (active === null || active >= total || places.includes(active)) return places;
      return [...places, active].sort((first, second) => first - second);
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  // Another search or another library is another list, and starts at the top.
  const shown = useRef({ library, search });
  useEffect(() => {
    const before = shown.current;
    shown.current = { library, search };
    if (before.search === search && (before.library === library || before.library === '')) return;
    setActive(null);
    scroller.current?.scrollTo({ top: 0 });
  }, [library, search]);

  const items = virtualizer.getVirtualItems();
  const rowAt = usePagedQuery(
    'coes:list',
    request,
    items.map(({ index }) => index),
  );
  const hasRows = items.some(({ index }) => rowAt(index) !== undefined);
  useEffect(() => {
    // For the start benchmark: the frame after the first rows were rendered.
    if (hasRows) requestAnimationFrame(() => performance.mark('first-rows'));
  }, [hasRows]);
  const tabStop = active !== null && active < total ? active : (virtualizer.range?.startIndex ?? 0);

  // A row may have to be loaded and rendered before it can take the focus.
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
      onScroll={(event) => rememberPosition(library, search, { scrollTop: event.currentTarget.scrollTop })}
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
          rememberPosition(library, search, { focused: Number(place) });
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
            questions={team?.questionsByCoe[rowAt(item.index)?.id ?? ''] ?? 0}
            isTabStop={item.index === tabStop}
            onOpen={(id) => void navigate(`/coes/${id}`)}
          />
        ))}
      </ul>
    </div>
  );
}

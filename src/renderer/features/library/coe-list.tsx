import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';

import { moveToTrash } from '../../entities/coe/move-to-trash.ts';
import { addChosen, dropChosen, showList, toggleChosen, useChosenCoes } from '../../list/chosen-coes.ts';
import { idsBetween } from './ids-between.ts';
import { rowForKey } from '../../list/row-for-key.ts';
import { type ListQuery, usePagedQuery } from '../../list/use-paged-query.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { reportShown } from '../../platform/report-shown.ts';
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
  const facets = useIpcQuery('coes:facets', {}, { keepPrevious: true, enabled: team !== null }).data;
  // With a single author, the name would say nothing.
  const showsAuthors = team !== null && Object.keys(facets?.authors ?? {}).length > 1;
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
      const indexes = defaultRangeExtractor(range);
      if (active === null || active >= total || indexes.includes(active)) return indexes;
      return [...indexes, active].sort((first, second) => first - second);
    },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  // Another search or another library is another list, and starts at the top.
  const shown = useRef({ library, search });
  useEffect(() => {
    const before = shown.current;
    shown.current = { library, search };
    if (library !== '') showList(shown.current);
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
    if (hasRows) reportShown();
  }, [hasRows]);
  const chosen = useChosenCoes(library);
  const anchor = useRef<number | null>(null);
  const choose = (index: number, how: 'toggle' | 'up-to'): void => {
    const row = rowAt(index);
    const from = anchor.current;
    if (how === 'up-to' && from !== null && chosen.length > 0) {
      void idsBetween(request, from, index).then((ids) => addChosen({ library, search }, ids));
    } else if (row !== undefined) {
      toggleChosen(library, row.id);
    }
    anchor.current = index;
    setActive(index);
  };
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
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? 0);
    if (event.shiftKey) {
      const next = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : -1;
      if (next < 0 || next >= total) return;
      event.preventDefault();
      if (chosen.length === 0) anchor.current = null;
      if (anchor.current === null) choose(index, 'toggle');
      void idsBetween(request, index, next).then((ids) => addChosen({ library, search }, ids));
      anchor.current = next;
      focusAt(next);
      return;
    }
    if (event.key === ' ' && target.tagName === 'A') {
      event.preventDefault();
      choose(index, 'toggle');
      return;
    }
    if (event.key === 'Escape' && chosen.length > 0) {
      event.preventDefault();
      dropChosen(library);
      return;
    }
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const next = rowForKey(event.key, index, total, perPage);
    const row = rowAt(index);
    if (next !== null) {
      event.preventDefault();
      focusAt(next);
    } else if (event.key === 'Delete' && row !== undefined) {
      event.preventDefault();
      void moveToTrash(row.id, row.title).then((isMoved) => {
        if (!isMoved) return;
        dropChosen(library, [row.id]);
        focusAt(Math.min(index, total - 2));
      });
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
        data-choosing={chosen.length > 0 || undefined}
        data-matching={hasMatches || undefined}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const index = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
          if (index === undefined) return;
          setActive(Number(index));
          rememberPosition(library, search, { focused: Number(index) });
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
            showsAuthor={showsAuthors}
            questions={team?.questionsByCoe[rowAt(item.index)?.id ?? ''] ?? 0}
            isTabStop={item.index === tabStop}
            isChosen={chosen.includes(rowAt(item.index)?.id ?? '')}
            onChoose={(how) => choose(item.index, how)}
            onOpen={(id) => void navigate(`/coes/${id}`)}
          />
        ))}
      </ul>
    </div>
  );
}

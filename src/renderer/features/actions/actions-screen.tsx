import { useDeferredValue, useMemo } from 'react';

import { formatNumber } from '#domain/text/format.ts';

import type { ActionState } from '#ipc/action-list.ts';

import { WHOSE_OPTIONS } from '../../list/use-whose.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

import { ActionFilters } from './action-filters.tsx';
import { ActionList } from './action-list.tsx';
import styles from './actions-screen.module.css';
import { NoActions } from './no-actions.tsx';
import { pageRequest } from '../../list/use-paged-query.ts';
import { useActionParams } from './use-action-params.ts';
import { useToday } from '../../platform/today.ts';

const TABS: { id: ActionState; label: string }[] = [
  { id: 'open', label: 'Open' },
  { id: 'overdue', label: 'Overdue' },
  { id: 'done', label: 'Done' },
  { id: 'waiting-for-check', label: 'Waiting for its check' },
  { id: 'declined', label: 'Declined' },
  { id: 'all', label: 'All' },
];

/** The actions of all COEs: open, overdue, done, and those with a check due. */
export function ActionsScreen() {
  const params = useActionParams();
  // Typing goes first. Whose actions are asked for is never late: others' would be on the screen for a moment.
  const text = useDeferredValue(params.query.text);
  const query = useMemo(() => ({ ...params.query, text }), [params.query, text]);
  const today = useToday();
  const first = useIpcQuery('actions:list', pageRequest('actions:list', query, 0), {
    keepPrevious: true,
    enabled: params.isKnown,
  });
  const page = first.data;
  const hasAny = page !== undefined && page.counts.all > 0;
  return (
    <div className={styles.screen} data-region tabIndex={-1}>
      <header className={styles.header}>
        <h1>Actions</h1>
        {params.isTeam && (
          <div className={styles.tabs}>
            <SegmentedControl label="Whose" options={WHOSE_OPTIONS} value={params.whose} onChange={params.setWhose} />
          </div>
        )}
        {hasAny && (
          <>
            <div className={styles.tabs}>
              <SegmentedControl
                label="Which actions"
                options={TABS.map(({ id, label }) => ({ id, label: `${label} ${formatNumber(page.counts[id])}` }))}
                value={params.query.state}
                onChange={(state) => params.change({ state: state === 'open' ? null : state })}
              />
            </div>
            <ActionFilters params={params} owners={page.owners} />
          </>
        )}
      </header>
      {first.isPending && <Skeleton lines={6} />}
      {first.isError && (
        <EmptyState
          title="The actions could not be listed"
          action={<Button onPress={() => void first.refetch()}>Try again</Button>}
        >
          <p>{sentenceFor(first.error)}</p>
        </EmptyState>
      )}
      {page !== undefined && page.total === 0 && (
        <NoActions
          state={query.state}
          counts={page.counts}
          isFiltered={params.isFiltered}
          onClear={params.clear}
          onEveryone={query.whose === 'mine' ? () => params.setWhose('everyone') : null}
        />
      )}
      {page !== undefined && page.total > 0 && (
        <ActionList key={JSON.stringify(query)} query={query} total={page.total} today={today} />
      )}
    </div>
  );
}

function sentenceFor(failure: { appError: Parameters<typeof explainError>[0] }): string {
  const { title, safe, next } = explainError(failure.appError);
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}. ${safe} ${next}`.trim();
}

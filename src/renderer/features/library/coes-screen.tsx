import { Plus, TriangleAlert } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Link } from 'react-router';

import { useLibraryState } from '../../platform/library-state.ts';
import { runCommand } from '../../platform/commands.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { CoeList } from './coe-list.tsx';
import styles from './coes-screen.module.css';
import { EmptyLibrary } from './empty-library.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useListParams } from './list-params.ts';
import { NothingFound } from './nothing-found.tsx';
import { problemsInShort } from './problem-words.ts';
import { resultWords } from './result-words.ts';
import { SearchBox } from './search-box.tsx';
import { pageRequest } from '../../list/use-paged-query.ts';

/** All COEs, to search, filter and open. */
export function CoesScreen() {
  const state = useLibraryState();
  const settings = useSettings();
  const params = useListParams();
  const text = useDeferredValue(params.text);
  const order = params.order ?? (text.trim() === '' ? settings.listOrder : 'best-match');
  const request = { filter: params.filter, text, order };
  const first = useIpcQuery('coes:list', pageRequest('coes:list', request, 0), { keepPrevious: true });
  const total = first.data?.total;
  const isNarrowed = params.isFiltered || text.trim() !== '';
  const isFinding = total === 0 && state?.status === 'loading';
  const isMissing = state?.status === 'missing' && total === 0;
  // The list may have been asked for before the library was read: it says 0 then, and another answer is on its way.
  const isEmpty = total === 0 && !isNarrowed && state?.status === 'ready' && state.coeCount === 0;
  return (
    <div className={styles.screen}>
      <header className={styles.header} data-region>
        <div className={styles.top}>
          <h1>COEs</h1>
          {/* An empty library has the one thing to do in its middle. */}
          <Button
            look={isEmpty ? 'quiet' : 'primary'}
            isDisabled={state?.status === 'missing'}
            onPress={() => runCommand('coe.new')}
          >
            <Plus size={16} aria-hidden />
            New COE
          </Button>
        </div>
        {!isEmpty && !isMissing && (
          <>
            <SearchBox value={params.text} onChange={params.setText} />
            <FilterBar params={params} order={order} />
          </>
        )}
        <p className={styles.count}>
          <span role="status">{isEmpty || isMissing ? '' : resultWords(total, state, isNarrowed)}</span>
          <ChosenBar library={state?.handle ?? ''} />
          {state !== undefined && state.problemCount > 0 && (
            <Link to="/problems" className={styles.problems}>
              <TriangleAlert size={14} aria-hidden />
              {problemsInShort(state)}
            </Link>
          )}
        </p>
      </header>
      {first.error !== null && total === undefined && (
        <FailedState error={first.error.appError} onRetry={first.refetch} />
      )}
      {((total === undefined && first.error === null) || isFinding) && <Skeleton lines={6} />}
      {isEmpty && <EmptyLibrary />}
      {isMissing && (
        <EmptyState title="Your COEs are not available right now">
          They will be back, as you left them, when the library folder is available again.
        </EmptyState>
      )}
      {total === 0 && isNarrowed && !isMissing && !isFinding && (
        <NothingFound request={request} isFiltered={params.isFiltered} onText={params.setText} onClear={params.clear} />
      )}
      {total !== undefined && total > 0 && (
        <CoeList library={state?.handle ?? ''} request={request} total={total} hasMatches={text.trim() !== ''} />
      )}
    </div>
  );
}

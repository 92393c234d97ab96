import { Plus, TriangleAlert } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Link } from 'react-router';

import { useLibraryState } from '../../platform/library-state.ts';
import { runCommand } from '../../platform/commands.ts';
import { useAsk } from '../../platform/queries.ts';
import { useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { CoeList } from './coe-list.tsx';
import styles from './coes-screen.module.css';
import { EmptyLibrary } from './empty-library.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useListParams } from './list-params.ts';
import { NothingFound } from './nothing-found.tsx';
import { resultWords } from './result-words.ts';
import { SearchBox } from './search-box.tsx';

/** All COEs, to search, filter and open. */
export function CoesScreen() {
  const state = useLibraryState();
  const settings = useSettings();
  const params = useListParams();
  const text = useDeferredValue(params.text);
  const order = params.order ?? (text.trim() === '' ? settings.listOrder : 'best-match');
  const request = { filter: params.filter, text, order };
  const first = useAsk('coes:list', { ...request, offset: 0, limit: 100 }, { keepPrevious: true });
  const total = first.data?.total;
  const isNarrowed = params.isFiltered || text.trim() !== '';
  const isEmpty = total === 0 && !isNarrowed && state?.status === 'ready';
  return (
    <div className={styles.screen}>
      <header className={styles.header} data-region>
        <div className={styles.top}>
          <h1>COEs</h1>
          <Button look="primary" onPress={() => runCommand('coe.new')}>
            <Plus size={16} aria-hidden />
            New COE
          </Button>
        </div>
        {!isEmpty && (
          <>
            <SearchBox value={params.text} onChange={params.setText} />
            <FilterBar params={params} order={order} />
            <p className={styles.count} role="status">
              {resultWords(total, state, isNarrowed)}
              {state !== undefined && state.problemCount > 0 && (
                <Link to="/problems" className={styles.problems}>
                  <TriangleAlert size={14} aria-hidden />
                  {state.problemCount === 1
                    ? '1 file could not be read'
                    : `${state.problemCount} files could not be read`}
                </Link>
              )}
            </p>
          </>
        )}
      </header>
      {isEmpty && <EmptyLibrary />}
      {total === 0 && isNarrowed && <NothingFound text={text} isFiltered={params.isFiltered} onClear={params.clear} />}
      {total !== undefined && total > 0 && <CoeList request={request} total={total} hasMatches={text.trim() !== ''} />}
    </div>
  );
}

import { lazy, Suspense, useMemo } from 'react';

import { isOwnName, ownNames } from '#domain/actions/own-work.ts';
import { type CoeFilter, emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { unpackThemes } from '#domain/themes/packed-themes.ts';
import { readSoFar } from '../../entities/read-so-far.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useSettings } from '../../platform/settings.ts';
import { useTeamState } from '../../platform/team.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

import { FilterBar } from './filter/filter-bar.tsx';
import { filterFromParams, paramsOfFilter } from '../../list/coe-filter-params.ts';
import { useUrlParams } from '../../list/use-url-params.ts';
import { NoThemesYet, NothingPasses, ThemesFailed, WhenChartsCome } from './themes-states.tsx';
import styles from './themes-screen.module.css';

const ThemesCharts = lazy(async () => ({ default: (await import('./themes-charts.tsx')).ThemesCharts }));

/** Charts of what the COEs have in common: of all, or of those that pass the filter. */
export function ThemesScreen() {
  const [params, changeParams] = useUrlParams();
  const { filter, isKnown } = useThemesFilter(params);
  const setFilter = (next: CoeFilter): void => changeParams(paramsOfFilter(next));
  const themes = useIpcQuery('themes:read', { filter }, { keepPrevious: true, enabled: isKnown });
  const facets = useIpcQuery('coes:facets', {}).data;
  const answer = themes.data;
  const data = useMemo(() => (answer === undefined ? undefined : unpackThemes(answer)), [answer]);
  const library = useLibraryState();
  const isReading = library?.status === 'loading';
  const soFar = readSoFar(library);
  const total = facets?.total ?? data?.n ?? 0;
  return (
    <div className={styles.screen} data-region tabIndex={-1}>
      <header className={styles.header}>
        <h1>Themes</h1>
        {facets !== undefined && total > 0 && isKnown && (
          <FilterBar facets={facets} filter={filter} count={data?.n ?? null} onChange={setFilter} />
        )}
      </header>
      {themes.isError && <ThemesFailed onRetry={() => void themes.refetch()} />}
      {soFar !== '' && <p role="status">{soFar}</p>}
      {(themes.isPending || (data?.n === 0 && isReading)) && <Skeleton lines={6} />}
      {data !== undefined && total === 0 && !isReading && <NoThemesYet />}
      {data?.n === 0 && total > 0 && !isReading && <NothingPasses onClear={() => setFilter(emptyFilter())} />}
      {data !== undefined && data.n > 0 && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <WhenChartsCome n={data.n} />
          <ThemesCharts data={data} />
        </Suspense>
      )}
    </div>
  );
}

/**
 * The filter in the address. In a team, of authors only oneself: charts of one other person would compare people. It is
 * not known with an author until main has said whether the library is a team's.
 */
function useThemesFilter(params: URLSearchParams): { filter: CoeFilter; isKnown: boolean } {
  const { authorName, aliases } = useSettings();
  const team = useTeamState();
  const filter = filterFromParams(params);
  if (team?.is === 'none') return { filter, isKnown: true };
  const names = ownNames(authorName, aliases);
  const authors = filter.authors.filter((author) => isOwnName(author, names));
  return { filter: { ...filter, authors }, isKnown: team !== undefined || filter.authors.length === 0 };
}

import { useParams } from 'react-router';

import { usePatternsById } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PatternList } from './pattern-list.tsx';
import { PatternPage } from './pattern-page.tsx';

/** The patterns of the library, or the page of one of them. A merged pattern shows the one it is part of. */
export function PatternsScreen() {
  const { id } = useParams();
  const asked = useIpcQuery('patterns:histories', {}, { keepPrevious: true });
  const byId = usePatternsById();
  if (asked.error !== null) return <FailedState error={asked.error.appError} onRetry={asked.refetch} />;
  if (asked.data === undefined) return <Skeleton lines={5} />;
  const shown = id === undefined ? undefined : (byId.get(id)?.id ?? id);
  const history = asked.data.find(({ pattern }) => pattern.id === shown);
  return history === undefined ? (
    <PatternList histories={asked.data} isGone={id !== undefined} />
  ) : (
    <PatternPage key={history.pattern.id} history={history} others={asked.data} />
  );
}

import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { formatNumber, quantity } from '#domain/text/format.ts';

import { pairKey, useLikelyPairs } from '../../entities/likely-pairs/use-likely-pairs.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import screenStyles from '../../ui/screen.module.css';
import { PairView } from './pair-view.tsx';
import styles from './repeats.module.css';

/** How many pairs are found in advance, so that the next one is there when it is wanted. */
const AHEAD = 20;

/** Walks the likely repeats of the library one by one; with `batch` in the address, those of one import. */
export function RepeatsScreen() {
  const [params] = useSearchParams();
  const batch = params.get('batch');
  const handle = useLibraryState()?.handle ?? '';
  return <Walk key={`${handle} ${batch}`} batch={batch} />;
}

function Walk({ batch }: { batch: string | null }) {
  const [at, setAt] = useState(0);
  const { pairs, done, total, isDone, error, retry } = useLikelyPairs(batch, at + AHEAD);
  const pair = pairs[at];
  if (error !== null) return <FailedState error={error} onRetry={retry} />;
  return (
    <div className={screenStyles.screen} data-region data-scroll tabIndex={-1}>
      <p className={screenStyles.soft}>
        <Link to="/patterns">All patterns</Link>
      </p>
      <h1>Repeats in the library</h1>
      <p className={screenStyles.soft} role="status">
        {isDone
          ? `${quantity(total, 'COE')} compared: ${quantity(pairs.length, 'likely pair')}.`
          : `${quantity(pairs.length, 'likely pair')} so far. ${formatNumber(done)} of ${quantity(total, 'COE')} compared.`}
      </p>
      {pair !== undefined && (
        <PairView
          key={pairKey(pair)}
          pair={pair}
          number={at + 1}
          onNext={() => setAt(at + 1)}
          onBack={() => setAt(at)}
        />
      )}
      {pair === undefined && !isDone && (
        <p className={styles.waiting}>{at === 0 ? 'Looking for pairs…' : 'Looking for the next pair…'}</p>
      )}
      {pair === undefined && isDone && (
        <EmptyState title={pairs.length === 0 ? 'No COEs look like repeats' : 'That was the last pair'}>
          <p>
            Once compares what COEs say, and what was chosen in them. Many repeats are told in other words: only you can
            recognise those. <Link to="/handbook/patterns">Patterns and repeats in the handbook</Link>
          </p>
        </EmptyState>
      )}
    </div>
  );
}

import { quantity, plural } from '#domain/text/format.ts';

import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

import { FEWEST_FOR_A_CHART } from './specs/chart-spec.ts';
import styles from './themes-screen.module.css';

/** Shown before the first COE. */
export const NoThemesYet = () => (
  <EmptyState
    title="What your COEs have in common"
    action={
      <Button look="primary" onPress={() => runCommand('coe.new')}>
        New COE
      </Button>
    }
  >
    <p>
      See which conditions come back, what triggers problems and how long you take to notice. This screen starts with
      your first COE; from {FEWEST_FOR_A_CHART} COEs on it shows charts.
    </p>
  </EmptyState>
);

/** Shown when no COE passes the filter. */
export const NothingPasses = ({ onClear }: { onClear: () => void }) => (
  <EmptyState title="No COE matches this filter" action={<Button onPress={onClear}>All COEs</Button>}>
    <p>Remove part of the filter, or show all COEs.</p>
  </EmptyState>
);

/** Shown when the request failed. */
export const ThemesFailed = ({ onRetry }: { onRetry: () => void }) => (
  <EmptyState title="Themes could not be computed" action={<Button onPress={onRetry}>Try again</Button>}>
    <p>Your COEs are safe; this screen only counts them. If the library’s folder has moved, open it again first.</p>
  </EmptyState>
);

/** Explains why there are lists instead of charts. */
export const WhenChartsCome = ({ n }: { n: number }) =>
  n < FEWEST_FOR_A_CHART && (
    <p className={styles.soon}>
      {quantity(n, 'COE')} {plural(n, 'is', 'are')} too few for charts, so you see lists. Charts appear at{' '}
      {FEWEST_FOR_A_CHART} COEs.
    </p>
  );

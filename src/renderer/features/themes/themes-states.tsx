import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

import { FEWEST_FOR_A_CHART } from './specs/chart-spec.ts';
import styles from './themes-screen.module.css';
import { coesText } from './words/count-words.ts';

/** Before the first COE. */
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
      Which conditions come back, what sets things off, how long it takes to notice. The first COE already shows here,
      and from {FEWEST_FOR_A_CHART} on the lists become charts.
    </p>
  </EmptyState>
);

/** When the filter leaves none. */
export const NothingPasses = ({ onClear }: { onClear: () => void }) => (
  <EmptyState title="No COE fits all of that" action={<Button onPress={onClear}>All COEs</Button>}>
    <p>Take away a part of the filter, or look at all of them.</p>
  </EmptyState>
);

/** When main could not answer. */
export const ThemesFailed = ({ onRetry }: { onRetry: () => void }) => (
  <EmptyState title="The themes could not be worked out" action={<Button onPress={onRetry}>Try again</Button>}>
    <p>Your COEs are safe; this screen only counts them. If the library’s folder has moved, open it again first.</p>
  </EmptyState>
);

/** Why there are lists and no charts yet. */
export const WhenChartsCome = ({ n }: { n: number }) =>
  n < FEWEST_FOR_A_CHART && (
    <p className={styles.soon}>
      Charts say too much about {coesText(n)}, so here they are as lists. {coesText(FEWEST_FOR_A_CHART - n)} more and
      the charts are drawn.
    </p>
  );

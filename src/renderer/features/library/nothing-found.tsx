import { everyCoe } from '#domain/catalogue/coe-filter.ts';

import { useAsk } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type NothingFoundProps = { text: string; isFiltered: boolean; onClear: () => void };

/** Nothing matches: says what would, without the filters, so that one knows which of the two to change. */
export function NothingFound({ text, isFiltered, onClear }: NothingFoundProps) {
  const without =
    useAsk(
      'coes:list',
      { filter: everyCoe(), text, order: 'happened-newest', offset: 0, limit: 1 },
      { enabled: isFiltered },
    ).data?.total ?? 0;
  return (
    <EmptyState
      title={text.trim() === '' ? 'No COE passes these filters' : `No match for “${text.trim()}”`}
      action={<Button onPress={onClear}>Clear the search and filters</Button>}
    >
      {isFiltered && without > 0 && (
        <p>{without === 1 ? '1 COE matches' : `${without} COEs match`} without the filters.</p>
      )}
    </EmptyState>
  );
}

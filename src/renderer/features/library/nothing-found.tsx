import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { queryHints } from '#domain/search/query-hints.ts';
import { plural, quantity } from '#domain/text/format.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListQuery } from '../../list/use-paged-query.ts';
import { withoutOperators } from './without-operators.ts';

type NothingFoundProps = {
  request: ListQuery<'coes:list'>;
  isFiltered: boolean;
  onText: (text: string) => void;
  onClear: () => void;
};

const EVERY_COE = emptyFilter();

/**
 * Shown when nothing matches: what in the search means nothing, a mistyped word corrected, and the number of matches
 * without the filters or the operators.
 */
export function NothingFound({ request, isFiltered, onText, onClear }: NothingFoundProps) {
  const { rest, operators } = withoutOperators(request.text);
  const hasOperators = operators.length > 0 && rest !== '';
  const unfiltered = useTotal({ ...request, filter: EVERY_COE }, isFiltered);
  const plain = useTotal({ ...request, text: rest }, hasOperators);
  const text = request.text.trim();
  const hints = queryHints(request.text);
  const corrected = useIpcQuery('coes:correct-search', { text: request.text }, { enabled: text !== '' }).data ?? null;
  return (
    <EmptyState
      title={text === '' ? 'No COE passes these filters' : `No match for “${hasOperators ? rest : text}”`}
      action={<Button onPress={onClear}>{isFiltered ? 'Clear the search and filters' : 'Clear the search'}</Button>}
    >
      {corrected !== null && (
        <p>
          Did you mean{' '}
          <Button look="plain" onPress={() => onText(corrected.text)}>
            {corrected.text}
          </Button>
          ? {match(corrected.total)}.
        </p>
      )}
      {hints.map(({ message, choices }) => (
        <p key={message}>
          {message}{' '}
          {choices.map(({ label, text: chosen }) => (
            <Button key={label} look="plain" onPress={() => onText(chosen)}>
              {label}
            </Button>
          ))}
        </p>
      ))}
      {isFiltered && unfiltered > 0 && <p>{match(unfiltered)} without the filters.</p>}
      {hasOperators && plain > 0 && (
        <p>
          {match(plain)} without {operators.join(' ')}.{' '}
          <Button look="plain" onPress={() => onText(rest)}>
            Search without it
          </Button>
        </p>
      )}
    </EmptyState>
  );
}

/** The number of COEs a request would find; 0 while that is unknown or not wanted. */
const useTotal = (request: ListQuery<'coes:list'>, isWanted: boolean): number =>
  useIpcQuery('coes:list', { ...request, order: 'happened-newest', offset: 0, limit: 1 }, { enabled: isWanted }).data
    ?.total ?? 0;

const match = (count: number): string => `${quantity(count, 'COE')} ${plural(count, 'matches', 'match')}`;

import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { KIND_IDS, PURPOSE_IDS, STRENGTH_IDS } from '#domain/coe/vocabulary.ts';
import { ACTION_ORDERS, ACTION_STATES, type ActionListRequest } from '#ipc/action-list.ts';

/** What is asked for, without the page. */
export type ActionQuery = Omit<ActionListRequest, 'offset' | 'limit'>;

type Names = 'state' | 'owner' | 'purpose' | 'strength' | 'kind' | 'q' | 'order';

/** The tab, filters and order of the screen. They stand in the address, so that going back finds them as they were. */
export function useActionParams() {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => queryFrom(params), [params]);
  const change = (values: Partial<Record<Names, string | null>>): void =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === null || value === '') before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  const isFiltered = ['owner', 'purpose', 'strength', 'kind', 'q'].some((name) => params.has(name));
  const clear = (): void => change({ owner: null, purpose: null, strength: null, kind: null, q: null });
  return { query, change, clear, isFiltered };
}

/** What cannot be read lets everything through. */
function queryFrom(params: URLSearchParams): ActionQuery {
  const one = <Id extends string>(ids: readonly Id[], name: Names): Id | undefined =>
    ids.find((id) => id === params.get(name));
  const list = <Id extends string>(ids: readonly Id[], name: Names): Id[] => {
    const id = one(ids, name);
    return id === undefined ? [] : [id];
  };
  return {
    state: one(ACTION_STATES, 'state') ?? 'open',
    owner: params.get('owner')?.slice(0, 200) ?? '',
    purposes: list(PURPOSE_IDS, 'purpose'),
    strengths: list(STRENGTH_IDS, 'strength'),
    kinds: list(KIND_IDS, 'kind'),
    text: params.get('q')?.slice(0, 1000) ?? '',
    order: one(ACTION_ORDERS, 'order') ?? 'due',
  };
}

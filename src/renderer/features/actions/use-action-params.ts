import { useMemo } from 'react';

import { KIND_IDS, PURPOSE_IDS, STRENGTH_IDS } from '#domain/coe/vocabulary.ts';
import { ACTION_ORDERS, ACTION_STATES } from '#ipc/action-list.ts';

import type { ListQuery } from '../../list/use-paged-query.ts';
import { useUrlParams } from '../../list/use-url-params.ts';
import { useWhose } from '../../list/use-whose.ts';

/** What the list of actions is asked for, without the range of rows. */
export type ActionQuery = ListQuery<'actions:list'>;

type Names = 'state' | 'owner' | 'purpose' | 'strength' | 'kind' | 'q' | 'order';

/** The tab, filters and order of the screen. They live in the address, so going back restores them. */
export function useActionParams() {
  const [params, changeParams] = useUrlParams();
  const { whose, isTeam, isKnown, setWhose } = useWhose();
  const query = useMemo(
    (): ActionQuery => ({ ...queryFrom(params), ...(whose === 'mine' ? { whose } : {}) }),
    [params, whose],
  );
  const change = (values: { readonly [name in Names]?: string | null }): void => changeParams(values);
  const isFiltered = ['owner', 'purpose', 'strength', 'kind', 'q'].some((name) => params.has(name));
  const clear = (): void => change({ owner: null, purpose: null, strength: null, kind: null, q: null });
  return { query, change, clear, isFiltered, whose, isTeam, isKnown, setWhose };
}

/** A parameter that cannot be read filters nothing. */
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

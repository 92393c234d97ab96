import { useMemo } from 'react';

import { type CoeFilter, emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { COE_ORDERS, type CoeOrder } from '#domain/catalogue/coe-order.ts';

import { filterFromParams, isEveryCoe, paramsOfFilter } from '../../list/coe-filter-params.ts';
import { useUrlParams } from '../../list/use-url-params.ts';

/** The search, the filters and the order in the address, and how to change them. */
export type ListParams = {
  text: string;
  filter: CoeFilter;
  /** Null while the address asks for no order. */
  order: CoeOrder | null;
  setText: (text: string) => void;
  setOrder: (order: CoeOrder) => void;
  setFilter: (change: Partial<CoeFilter>) => void;
  /** Removes the search and the filters, and leaves the order. */
  clear: () => void;
  isFiltered: boolean;
};

/** The search, filters and order of the list. They live in the address, so going back restores them. */
export function useListParams(): ListParams {
  const [params, change] = useUrlParams();
  const filter = useMemo(() => filterFromParams(params), [params]);
  return {
    text: params.get('q') ?? '',
    filter,
    order: COE_ORDERS.find((id) => id === params.get('order')) ?? null,
    setText: (q) => change({ q }),
    setOrder: (order) => change({ order }),
    setFilter: (parts) => change(paramsOfFilter({ ...filter, ...parts })),
    clear: () => change({ q: null, ...paramsOfFilter(emptyFilter()) }),
    isFiltered: !isEveryCoe(filter),
  };
}

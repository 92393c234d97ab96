import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { type CoeFilter, coeFilterSchema, everyCoe } from '#domain/catalogue/coe-filter.ts';
import { COE_ORDERS, type CoeOrder } from '#domain/catalogue/coe-order.ts';

/** The parts of a filter that are lists, and what they are called in the address. */
const LIST_PARAMS = {
  kind: 'kinds',
  status: 'statuses',
  severity: 'severities',
  condition: 'conditions',
  tag: 'tags',
} as const;
export type ListParam = keyof typeof LIST_PARAMS;

export type ListParams = {
  text: string;
  filter: CoeFilter;
  /** The order that was asked for; null when none was. */
  order: CoeOrder | null;
  setText: (text: string) => void;
  setOrder: (order: CoeOrder) => void;
  setList: (param: ListParam, values: readonly string[]) => void;
  setDates: (from: string | null, to: string | null) => void;
  clear: () => void;
  isFiltered: boolean;
};

/** The search, filters and order of the list. They stand in the address, so that going back finds them as they were. */
export function useListParams(): ListParams {
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const filter = useMemo(() => filterFrom(params), [params]);
  const asked = params.get('order');
  const order = COE_ORDERS.find((id) => id === asked) ?? null;

  const change = useCallback(
    (values: Record<string, string | null>) =>
      setParams(
        (before) => {
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === '') before.delete(name);
            else before.set(name, value);
          }
          return before;
        },
        { replace: true },
      ),
    [setParams],
  );

  return {
    text,
    filter,
    order,
    setText: (q) => change({ q }),
    setOrder: (id) => change({ order: id }),
    setList: (param, values) => change({ [param]: values.map(encodeURIComponent).join(',') }),
    setDates: (from, to) => change({ from, to }),
    clear: () =>
      change({ q: null, kind: null, status: null, severity: null, condition: null, tag: null, from: null, to: null }),
    isFiltered: ['kind', 'status', 'severity', 'condition', 'tag', 'from', 'to'].some((name) => params.has(name)),
  };
}

/** Reads a filter from the address. An address may be old or typed by hand: what cannot be read lets everything through. */
function filterFrom(params: URLSearchParams): CoeFilter {
  const list = (name: string): string[] => (params.get(name) ?? '').split(',').filter(Boolean).map(decode);
  const parsed = coeFilterSchema.safeParse({
    kinds: list('kind'),
    statuses: list('status'),
    severities: list('severity').map(Number),
    conditions: list('condition'),
    tags: list('tag'),
    from: params.get('from'),
    to: params.get('to'),
  });
  return parsed.success ? parsed.data : everyCoe();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

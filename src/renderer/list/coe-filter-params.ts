import { type CoeFilter, coeFilterSchema, emptyFilter } from '#domain/catalogue/coe-filter.ts';

import type { ParamChange } from './use-url-params.ts';

/** The lists of a filter and the parameter that holds each in the address. */
const FILTER_PARAMS = {
  kinds: 'kind',
  statuses: 'status',
  conditions: 'condition',
  tags: 'tag',
  patterns: 'pattern',
  authors: 'author',
  severities: 'severity',
} as const;
export type FilterList = keyof typeof FILTER_PARAMS;

const LISTS = Object.keys(FILTER_PARAMS) as FilterList[];

/**
 * Reads a filter from the address. Values it does not know are dropped, so that an old or hand-written address still
 * opens.
 */
export function filterFromParams(params: URLSearchParams): CoeFilter {
  const filter = emptyFilter();
  for (const list of LISTS) {
    const wanted = valuesOf(params, FILTER_PARAMS[list]).map((value) =>
      list === 'severities' ? Number(value) : value,
    );
    const valid = wanted.filter((value) => coeFilterSchema.safeParse({ [list]: [value] }).success);
    Object.assign(filter, { [list]: valid });
  }
  for (const end of ['from', 'to'] as const) {
    const parsed = coeFilterSchema.safeParse({ [end]: params.get(end) });
    if (parsed.success) filter[end] = parsed.data[end];
  }
  return filter;
}

/** The parameters that hold a filter; null for a part that lets everything through. */
export const paramsOfFilter = (filter: CoeFilter): ParamChange => ({
  ...Object.fromEntries(LISTS.map((list) => [FILTER_PARAMS[list], filter[list].map(encodeValue).join(',') || null])),
  from: filter.from,
  to: filter.to,
});

/** Whether a filter lets everything through. */
export const isEveryCoe = (filter: CoeFilter): boolean =>
  LISTS.every((list) => filter[list].length === 0) && filter.from === null && filter.to === null;

const valuesOf = (params: URLSearchParams, name: string): string[] =>
  params
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
    .map(decodeValue);

/** Encodes one value of a list: a condition or tag may contain the comma that separates the values. */
export const encodeValue = (value: string | number): string => encodeURIComponent(value);

function decodeValue(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

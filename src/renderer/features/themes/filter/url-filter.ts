import { type CoeFilter, coeFilterSchema, everyCoe } from '#domain/catalogue/coe-filter.ts';

/** The lists of the filter and what each is called in the address, the same as on the COEs screen. */
const FILTER_PARAMS = {
  kinds: 'kind',
  statuses: 'status',
  conditions: 'condition',
  tags: 'tag',
  severities: 'severity',
} as const;
export type FilterList = keyof typeof FILTER_PARAMS;

const LISTS = Object.keys(FILTER_PARAMS) as FilterList[];

/** Reads the filter from an address. What is not understood is left out, so that an old address still opens. */
export function filterFrom(params: URLSearchParams): CoeFilter {
  const filter = everyCoe();
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

/** Writes the filter into an address, keeping what else stands in it. */
export function withFilter(params: URLSearchParams, filter: CoeFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const list of LISTS) setOrDelete(next, FILTER_PARAMS[list], filter[list].map(writeValue).join(','));
  setOrDelete(next, 'from', filter.from ?? '');
  setOrDelete(next, 'to', filter.to ?? '');
  return next;
}

/** Tells whether a filter lets everything through. */
export const isEveryCoe = (filter: CoeFilter): boolean =>
  LISTS.every((list) => filter[list].length === 0) && filter.from === null && filter.to === null;

const valuesOf = (params: URLSearchParams, name: string): string[] =>
  params
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
    .map(readValue);

/** A person's own condition or tag may hold the comma that parts the list, so each is encoded on its own. */
export const writeValue = (value: string | number): string => encodeURIComponent(value);

function readValue(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function setOrDelete(params: URLSearchParams, name: string, value: string): void {
  if (value === '') params.delete(name);
  else params.set(name, value);
}

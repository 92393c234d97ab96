import { z } from 'zod';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { COE_ORDERS } from '#domain/catalogue/coe-order.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';

/**
 * Rows per request of the list: what fits on the screen and a little more. A search reads the file of each row for its
 * excerpts, so rows out of view would slow down every search.
 */
export const ROWS_AT_ONCE = 24;

/**
 * The request of `coes:list`. The page requests the rows it shows and a little more; it never holds the whole library.
 */
export const coeListRequestSchema = z.object({
  filter: coeFilterSchema,
  /** The search text, in the syntax of the search box. Empty for no search. */
  text: z.string().max(1000),
  order: z.enum(COE_ORDERS),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
/** Filter, search text, sort order and page of the list. */
export type CoeListRequest = z.infer<typeof coeListRequestSchema>;

/** Text split into segments; `hit` marks those that match the search. */
export type MatchedText = { text: string; hit: boolean }[];

/**
 * One row of the list. `matches` is empty without a search; `where` names the section of each match, or `title`,
 * `summary` or `tags`.
 */
export type CoeRow = Pick<
  CoeSummary,
  | 'id'
  | 'kind'
  | 'title'
  | 'excerpt'
  | 'happened'
  | 'severity'
  | 'status'
  | 'lifeArea'
  | 'author'
  | 'tags'
  | 'updatedAt'
> & {
  conditions: string[];
  openActions: number;
  /** The number of conflict copies of the COE. */
  copies: number;
  titleMatch: MatchedText | null;
  matches: { where: string; text: MatchedText }[];
};

/** A page of the list. `total` counts all COEs that match; `rows` starts at `offset`. */
export type CoeListPage = { total: number; offset: number; rows: CoeRow[] };

/** The number of COEs per value of each filter. */
export type Facets = {
  total: number;
  kinds: Record<string, number>;
  statuses: Record<string, number>;
  severities: Record<string, number>;
  conditions: Record<string, number>;
  tags: Record<string, number>;
  /** By the id of the pattern. */
  patterns: Record<string, number>;
  /** By name, as written in the COEs. COEs without an author are not counted. */
  authors: Record<string, number>;
};

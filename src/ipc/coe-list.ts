import { z } from 'zod';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { COE_ORDERS } from '#domain/catalogue/coe-order.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';

/**
 * How many rows the screen asks for at a time: what is in sight and a little more. Of each row that a search found the file is
 * read for the words around, so rows that nobody scrolls to would make every search slower.
 */
export const ROWS_AT_ONCE = 24;

/** A page of the list. The page of the screen asks for what it shows and a little more; it never holds the library. */
export const coeListRequestSchema = z.object({
  filter: coeFilterSchema,
  /** Words to search for, in the syntax of the search box. Empty means no search. */
  text: z.string().max(1000),
  order: z.enum(COE_ORDERS),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type CoeListRequest = z.infer<typeof coeListRequestSchema>;

/** Text cut into parts, some of which matched the search. */
export type MatchedText = { text: string; hit: boolean }[];

/** One row of the list. `matches` is empty without a search; each says in which section (or `title`, `summary`, `tags`) it stands. */
export type CoeRow = Pick<
  CoeSummary,
  'id' | 'kind' | 'title' | 'excerpt' | 'happened' | 'severity' | 'status' | 'lifeArea' | 'tags' | 'updatedAt'
> & {
  conditions: string[];
  openActions: number;
  /** How many other versions of it lie beside it, to be compared. */
  copies: number;
  titleMatch: MatchedText | null;
  matches: { where: string; text: MatchedText }[];
};

export type CoeListPage = { total: number; offset: number; rows: CoeRow[] };

/** How many COEs there are of each, for the filters. */
export type Facets = {
  total: number;
  kinds: Record<string, number>;
  statuses: Record<string, number>;
  severities: Record<string, number>;
  conditions: Record<string, number>;
  tags: Record<string, number>;
};

import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { foldPassage } from '../search/fold.ts';

/** What the writer chooses rather than writes: conditions, trigger, signal, life area or service, and tags. */
export const FACET_TYPES = ['condition', 'trigger', 'signal', 'area', 'tag'] as const;
export type FacetType = (typeof FACET_TYPES)[number];

/** One choice. `key` is the same in every COE that made it; `text` is how this COE writes it, trimmed. */
export type Facet = { readonly type: FacetType; readonly key: string; readonly text: string };

type WithFacets = Pick<CoeSummary, 'conditions' | 'trigger' | 'signal' | 'lifeArea' | 'tags'>;

/** All choices of a COE, without repeats. An unknown trigger is left out. */
export function facetsOf({ conditions, trigger, signal, lifeArea, tags }: WithFacets): Facet[] {
  const facets = [
    ...conditions.map((row) => facetFrom('condition', row.condition)),
    ...(trigger === null || trigger === 'unknown' ? [] : [facetFrom('trigger', trigger)]),
    ...(signal === null ? [] : [facetFrom('signal', signal)]),
    facetFrom('area', lifeArea),
    ...tags.map((tag) => facetFrom('tag', tag)),
  ].filter(({ text }) => text !== '');
  return facets.filter(({ key }, index) => facets.findIndex((other) => other.key === key) === index);
}

// A library has few tags and areas, each in many COEs, and folding their text is the slowest part of this.
const MAX_CACHED = 4096;
const cache = new Map<string, Facet>();

function facetFrom(type: FacetType, text: string): Facet {
  const name = `${type}:${text}`;
  const cached = cache.get(name);
  if (cached !== undefined) return cached;
  const facet = { type, key: `${type}:${foldPassage(text)}`, text: text.trim() };
  if (cache.size < MAX_CACHED) cache.set(name, facet);
  return facet;
}

/** For each of these facets, by key, the number of COEs that have it. `facetsOfEach` holds the facets of every COE. */
export function countFacets(facets: readonly Facet[], facetsOfEach: Iterable<readonly Facet[]>): Map<string, number> {
  const counts = new Map(facets.map(({ key }) => [key, 0]));
  for (const facetsOfOne of facetsOfEach) {
    for (const { key } of facetsOfOne) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
    }
  }
  return counts;
}

import { type LabelId, morePrivate } from './audience.ts';
import type { Coe } from './coe.ts';
import type { Why } from './sections/whys.ts';

/** What decides the label of a part. */
export type Labelled = Pick<Coe, 'kind' | 'visibility' | 'audiences' | 'sections'>;

/** Parts that stay with the writer, whatever the kind and the visibility, until they get a label of their own. */
const PRIVATE_BY_DEFAULT: ReadonlySet<string> = new Set([
  'tags',
  'coach',
  'sections.context.stateThen',
  'sections.context.stateWords',
  'sections.context.confidenceThen',
  'sections.impact.feelings',
  'sections.learned.value',
]);

/** Lists outside the sections whose items stay with the writer until they or their list get a label. */
const ITEM_LISTS = ['attachments', 'patternIds'] as const;

/**
 * The part that a row is: `sections.actions.items` and the id of an action give `sections.actions.items/01J…`. A why is
 * in `sections.whys.happened` or `sections.whys.unnoticed` itself, however deep in its tree it is.
 */
export const rowPart = (list: string, id: string): string =>
  `${list}/${id.replaceAll(/[%./]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;

/** The part that an attachment is, by its name in the library. */
export const attachmentPart = (name: string): string => `attachments/${name}`;

/** The part that a recognised pattern is. */
export const patternPart = (id: string): string => `patternIds/${id}`;

/**
 * Tells how far a part of the COE may go: the most private of its own label and the labels of what it is in. The label
 * of a row holds wherever the row is in its section, so moving a row never opens it. For many parts of one COE.
 */
export function labelsOf(coe: Labelled): (part: string) => LabelId {
  const chosen = new Map<string, LabelId>();
  for (const [part, label] of Object.entries(coe.audiences)) {
    const key = withoutList(part);
    chosen.set(key, morePrivate(label, chosen.get(key) ?? label));
  }
  const ancestors = ancestorsOfWhys(coe);
  return (part) =>
    stepsOf(part, ancestors)
      .map((step) => chosen.get(withoutList(step)) ?? defaultLabel(coe, step))
      .reduce(morePrivate, 'published');
}

/** The label of one part; see labelsOf. */
export const labelOf = (coe: Labelled, part: string): LabelId => labelsOf(coe)(part);

/**
 * The label of a part without one of its own, not counting what it is in. `published` for a part that goes wherever what
 * it is in goes.
 */
export function defaultLabel({ kind, visibility, audiences }: Labelled, part: string): LabelId {
  if (PRIVATE_BY_DEFAULT.has(part)) return 'me';
  const list = ITEM_LISTS.find((each) => part === each || part.startsWith(`${each}/`));
  if (list !== undefined) return part === list ? 'published' : (audiences[list] ?? 'me');
  const isTop = /^(?:sections\.)?[^./]+$/.test(part) && part !== 'sections';
  if (!isTop) return 'published';
  // Every other kind is personal: nothing goes along until the writer says so.
  if (kind !== 'outage') return 'me';
  return visibility === 'published' ? 'published' : 'coaching';
}

/** The part without the lists that its rows are in, and a why without the whys above it. */
function withoutList(part: string): string {
  if (!part.includes('/') || !part.startsWith('sections.')) return part;
  const rows = part.replaceAll(/\.[A-Za-z]+\//g, '/');
  return rows.replace(/^(sections\.whys)\/.*\/([^/]+)$/, '$1/$2');
}

/** The part itself and everything that it is in, from the outside in. */
function stepsOf(part: string, ancestors: ReadonlyMap<string, readonly string[]>): string[] {
  const list = ITEM_LISTS.find((each) => part.startsWith(`${each}/`));
  if (list !== undefined) return [list, part];
  const steps: string[] = [];
  for (const { index } of part.matchAll(/[./]/g)) steps.push(part.slice(0, index));
  const row = /^(sections\.whys\.[a-z]+)\/(?:.*\/)?([^/.]+)/.exec(part);
  const above = row === null ? [] : (ancestors.get(row[2] ?? '') ?? []).map((id) => `${row[1] ?? ''}/${id}`);
  return [...steps, ...above, part];
}

/** The ids of the whys above each why, as they are in a part. */
function ancestorsOfWhys({ sections: { whys } }: Labelled): Map<string, readonly string[]> {
  const ancestors = new Map<string, readonly string[]>();
  const visit = (list: readonly Why[], above: readonly string[]): void => {
    for (const why of list) {
      const id = rowPart('', why.id).slice(1);
      ancestors.set(id, [...(ancestors.get(id) ?? []), ...above]);
      visit(why.whys, [...above, id]);
    }
  };
  visit(whys.happened, []);
  visit(whys.unnoticed, []);
  return ancestors;
}

import type { Coe } from '../coe/coe.ts';
import { SECTION_IDS, type SectionId } from '../coe/vocabulary.ts';

/** A part of a COE: `rowId` is null for a whole section or the header, `field` for a whole section or row. */
export type CoePlace = {
  readonly section: SectionId | 'header';
  readonly rowId: string | null;
  readonly field: string | null;
};

/** The part that a path of keys and row ids leads to. A row that is gone is left out. */
export function placeOfPath(path: readonly string[], coe: Coe): CoePlace {
  const section = path[0] === 'sections' ? SECTION_IDS.find((id) => id === path[1]) : undefined;
  if (section === undefined) return { section: 'header', rowId: null, field: path[0] ?? null };
  const rows = rowIdsOf(coe, section);
  const inSection = path.slice(2);
  const rowId = inSection.findLast((step) => rows.has(step)) ?? null;
  const last = inSection.at(-1) ?? null;
  return { section, rowId, field: last === rowId ? null : last };
}

/** The ids of all rows of a section, those within rows included. */
export function rowIdsOf(coe: Coe, section: SectionId): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('id' in value && typeof value.id === 'string') ids.add(value.id);
      Object.values(value).forEach(visit);
    }
  };
  visit(coe.sections[section]);
  return ids;
}

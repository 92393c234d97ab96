import type { Coe } from '#domain/coe/coe.ts';

import { fileNameFor } from './file-name-for.ts';

/** The part of an id that differs between COEs made at the same time. */
const ID_LETTERS = 6;

/**
 * The file name of an exported COE: its date, its title and the end of its id, such as
 * `2026-05-14 Checkout was down K3X9PZ.md`. Two COEs never have the same one unless the ends of their ids are the same.
 */
export function exportName(coe: Pick<Coe, 'id' | 'title' | 'happened'>, extension: string): string {
  const { precision, value } = coe.happened;
  const date = precision === 'day' || precision === 'minute' ? value.slice(0, 10) : '';
  const title = fileNameFor(coe.title, 'x', 'COE').slice(0, -2);
  return fileNameFor(`${date} ${title} ${coe.id.slice(-ID_LETTERS)}`.trim(), extension, 'COE');
}

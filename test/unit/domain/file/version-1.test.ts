import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';

const FOLDER = new URL('../../../fixtures/version-1/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const FULL = '01JV0K1B2C3D4E5F6G7H8J9KMN.json';
/**
 * As full as a file could be before links named fixes and checks were kept, before there was an import, before a COE
 * could be shared, and before what was typed for a date of an action was kept.
 */
const FULL_BEFORE = [
  '01JV0A1B2C3D4E5F6G7H8J9KMN.json',
  '01JV0C1B2C3D4E5F6G7H8J9KMN.json',
  '01JV0D1B2C3D4E5F6G7H8J9KMN.json',
  '01JV0E1B2C3D4E5F6G7H8J9KMN.json',
];
const BY_HAND = '01JV0B1B2C3D4E5F6G7H8J9KMN.json';

function opened(name: string): Coe {
  const read = readCoe(textOf(name));
  if (!read.ok) throw new Error(`${name} does not open: ${read.error.reason}`);
  return read.value;
}

/** The paths of values that say nothing, so that a forgotten field shows. */
function emptyPlaces(value: unknown, path: string): string[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyPlaces(inner, `${path}/${key}`));
}

describe('files of version 1', () => {
  it('open for ever', () => {
    for (const name of readdirSync(FOLDER)) expect(opened(name).id).toBe(name.replace('.json', ''));
  });

  it('are written back byte for byte when every field is filled', () => {
    expect(writeCoe(opened(FULL))).toBe(textOf(FULL));
  });

  it('keep every line they had when the app that wrote them knew fewer keys', () => {
    const lines = (text: string): string[] => text.split('\n').map((line) => line.trim().replace(/,$/, ''));
    for (const name of FULL_BEFORE) {
      const after = new Set(lines(writeCoe(opened(name))));
      expect(lines(textOf(name)).filter((line) => !after.has(line))).toEqual([]);
    }
  });

  it('are represented by one that fills every field there is', () => {
    const leaves = ['/sections/whys/happened/0/whys/0/whys', '/sections/whys/unnoticed/0/whys'];
    expect(emptyPlaces(opened(FULL), '')).toEqual(leaves);
    expect(Object.keys(opened(FULL).audiences)).not.toEqual([]);
  });

  it('may leave out everything but what they are, and then get defaults', () => {
    const coe = opened(BY_HAND);
    expect(coe).toMatchObject({ status: 'draft', visibility: 'private', severity: null, tags: [] });
    expect(coe.sections.actions).toEqual({ prose: '', skipped: false, items: [], premortem: '' });
  });

  it('give rows without an id, or with one that is taken, the same id every time', () => {
    const ids = (coe: Coe): string[] => coe.sections.timeline.entries.map((entry) => entry.id);
    expect(new Set(ids(opened(BY_HAND))).size).toBe(3);
    expect(ids(opened(BY_HAND))).toEqual(ids(opened(BY_HAND)));
    const [why] = opened(BY_HAND).sections.whys.happened;
    expect([why?.id, ...(why?.whys ?? []).map((inner) => inner.id)]).toEqual(['why-1', 'why-2', 'why-3']);
  });
});

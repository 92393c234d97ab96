import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import { packThemes, unpackThemes } from '#domain/themes/packed-themes.ts';
import { themesOf } from '#domain/themes/themes-of.ts';

import { anySummary } from './summaries.ts';

describe('packed themes', () => {
  it('are the same on the other side of a copy', () => {
    fc.assert(
      fc.property(fc.array(anySummary, { maxLength: 40 }), (summaries) => {
        const data = finish(themesOf(summaries, 'UTC', '2026-06-01'));
        const { coes, ...rest } = unpackThemes(structuredClone(finish(packThemes(data))));
        expect({ ...rest, coes: data.coes.map((_, index) => coes.at(index)) }).toEqual(data);
        expect(coes.length).toBe(data.coes.length);
        expect(coes.at(coes.length)).toBeUndefined();
      }),
    );
  });

  it('have no object for each COE', () => {
    const summaries = fc.sample(anySummary, { numRuns: 2000, seed: 1 });
    const packed = finish(packThemes(finish(themesOf(summaries, 'UTC', '2026-06-01'))));
    expect(objectsIn(packed.coes) + objectsIn(packed.durations)).toBeLessThan(100);
  });
});

const objectsIn = (value: unknown): number =>
  typeof value !== 'object' || value === null || ArrayBuffer.isView(value)
    ? 0
    : Object.values(value).reduce<number>((sum, each) => sum + objectsIn(each), 1);

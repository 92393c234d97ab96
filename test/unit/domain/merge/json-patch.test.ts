import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sameValue } from '#domain/merge/json-value.ts';
import { applyPatch, createPatch, patchSchema } from '#domain/merge/json-patch.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';

describe('a JSON patch', () => {
  it('turns one COE into another, also after a trip through JSON', () => {
    fc.assert(
      fc.property(arbitraryCoe, arbitraryCoe, (before, after) => {
        const patch = patchSchema.parse(JSON.parse(JSON.stringify(createPatch(before, after))));
        expect(sameValue(applyPatch(before, patch)?.value, after)).toBe(true);
      }),
    );
  });

  it('turns any text into any other without cutting a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const bytes = Buffer.from(JSON.stringify(createPatch({ text: before }, { text: after }))).toString('utf8');
        expect(applyPatch({ text: before }, patchSchema.parse(JSON.parse(bytes)))?.value).toEqual({ text: after });
      }),
    );
    expect(createPatch('😀', '😁')).toEqual([{ op: 'splice', path: [], at: 0, remove: 2, insert: '😁' }]);
  });

  it('holds only the letters that were typed', () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ id: String(index), what: 'x'.repeat(1000) }));
    const changed = rows.map((row, index) => (index === 7 ? { ...row, what: `${row.what}y` } : row));
    expect(createPatch({ rows }, { rows: changed })).toEqual([
      { op: 'splice', path: ['rows', 7, 'what'], at: 1000, remove: 0, insert: 'y' },
    ]);
  });

  it('is refused where it does not fit, and never reaches a prototype', () => {
    expect(applyPatch('abc', [{ op: 'splice', path: [], at: 2, remove: 5, insert: '' }])).toBe(null);
    expect(applyPatch([1], [{ op: 'set', path: [3], value: 1 }])).toBe(null);
    expect(applyPatch({}, [{ op: 'set', path: ['__proto__', 'polluted'], value: true }])).toBe(null);
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined);
  });
});

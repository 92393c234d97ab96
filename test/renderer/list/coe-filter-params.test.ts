import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { KIND_IDS, STATUS_IDS } from '#domain/coe/vocabulary.ts';
import { filterFromParams, isEveryCoe, paramsOfFilter } from '#renderer/list/coe-filter-params.ts';

describe('the filter in the address', () => {
  it('lets every COE through when there are no parameters', () => {
    expect(filterFromParams(new URLSearchParams())).toEqual(emptyFilter());
    expect(isEveryCoe(filterFromParams(new URLSearchParams('other=1')))).toBe(true);
  });

  it('reads comma-separated lists', () => {
    const filter = filterFromParams(new URLSearchParams('kind=outage,missed-event&severity=3,-1&from=2026-01-01'));
    expect(filter).toMatchObject({ kinds: ['outage', 'missed-event'], severities: [3, -1], from: '2026-01-01' });
  });

  it('drops values it does not know', () => {
    expect(filterFromParams(new URLSearchParams('kind=comet,outage&severity=9&from=soon')).kinds).toEqual(['outage']);
  });

  it('round-trips, whatever characters a tag contains', () => {
    const any = fc.record({
      kinds: fc.subarray([...KIND_IDS]),
      statuses: fc.subarray([...STATUS_IDS]),
      conditions: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40 })),
      patterns: fc.uniqueArray(fc.constantFrom('01JZTEST000000000000000003', 'short-id')),
      tags: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })),
      authors: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })),
      severities: fc.subarray([-1, 0, 1, 2, 3]),
      from: fc.constantFrom(null, '2026-01-31'),
      to: fc.constantFrom(null, '2026-12-31'),
    });
    fc.assert(
      fc.property(any, (filter) => {
        const params = new URLSearchParams();
        for (const [name, value] of Object.entries(paramsOfFilter(filter))) if (value !== null) params.set(name, value);
        expect(filterFromParams(new URLSearchParams(params.toString()))).toEqual(filter);
      }),
    );
  });
});

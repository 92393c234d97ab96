import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { everyCoe } from '#domain/catalogue/coe-filter.ts';
import { KIND_IDS, STATUS_IDS } from '#domain/coe/vocabulary.ts';
import { filterFrom, isEveryCoe, withFilter } from '#renderer/features/themes/filter/url-filter.ts';

describe('the filter in the address', () => {
  it('is every COE without any', () => {
    expect(filterFrom(new URLSearchParams())).toEqual(everyCoe());
    expect(isEveryCoe(filterFrom(new URLSearchParams('other=1')))).toBe(true);
  });

  it('reads lists parted by commas', () => {
    const filter = filterFrom(new URLSearchParams('kind=outage,missed-event&severity=3,-1&from=2026-01-01'));
    expect(filter).toMatchObject({ kinds: ['outage', 'missed-event'], severities: [3, -1], from: '2026-01-01' });
  });

  it('leaves out what it does not understand', () => {
    expect(filterFrom(new URLSearchParams('kind=comet,outage&severity=9&from=soon')).kinds).toEqual(['outage']);
  });

  it('comes back as it was written, whatever a tag is called', () => {
    const any = fc.record({
      kinds: fc.subarray([...KIND_IDS]),
      statuses: fc.subarray([...STATUS_IDS]),
      conditions: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40 })),
      tags: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })),
      severities: fc.subarray([-1, 0, 1, 2, 3]),
      from: fc.constantFrom(null, '2026-01-31'),
      to: fc.constantFrom(null, '2026-12-31'),
    });
    fc.assert(
      fc.property(any, (filter) => {
        const address = withFilter(new URLSearchParams('kept=1'), filter).toString();
        expect(filterFrom(new URLSearchParams(address))).toEqual(filter);
        expect(address).toContain('kept=1');
      }),
    );
  });
});

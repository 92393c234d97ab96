import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fileNameFor } from '#main/export/file-name-for.ts';

describe('a file name made from a title', () => {
  it.each([
    ['The day the site went down', 'The day the site went down.json'],
    ['  Spaces   and\ttabs ', 'Spaces and tabs.json'],
    ['either/or: "what" <now>?', 'either or what now.json'],
    ['..\\..\\etc', 'etc.json'],
    ['CON', 'COE CON.json'],
    ['nul.txt', 'COE nul.txt.json'],
    ['LPT¹', 'COE LPT¹.json'],
    ['ends with dots...', 'ends with dots.json'],
    ['', 'COE.json'],
    ['///', 'COE.json'],
    ['right\u202eto left', 'right to left.json'],
    ['ends in half \ud83d', 'ends in half.json'],
    ['été', 'été.json'],
  ])('%j becomes %j', (title, name) => {
    expect(fileNameFor(title, 'json', 'COE')).toBe(name);
  });

  it('is valid on every system, whatever the title', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .constantFrom('CON', 'aux', 'COM1', 'nul', 'prn')
        .chain((device) => fc.constantFrom('', '.', ' ', '.a', ' .b', ':x').map((end) => device + end)),
    );
    fc.assert(
      fc.property(title, (title) => {
        const name = fileNameFor(title, 'csv', 'Chart');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(140);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u);
        expect(name).toMatch(/^[^\s.~].*[^\s.]\.csv$|^[^\s.~]\.csv$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\s*\./i);
      }),
      { numRuns: 10_000 },
    );
  });
});

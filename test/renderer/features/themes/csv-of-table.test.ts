import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { csvOfTable } from '#renderer/features/themes/save/csv-of-table.ts';

describe('csvOfTable', () => {
  it('is valid for spreadsheets: a UTF-8 mark, and quotes around commas and quotes', () => {
    expect(csvOfTable({ columns: ['Condition', 'COEs'], rows: [['a, "b"', 2]] })).toBe(
      '\ufeffCondition,COEs\r\n"a, ""b""",2\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1'])(
    'takes %j for text and no formula',
    (cell) => {
      const line = csvOfTable({ columns: ['x'], rows: [[cell]] }).split('x\r\n')[1] ?? '';
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('writes dates as ISO 8601 does, whatever the person’s own order', () => {
    expect(csvOfTable({ columns: ['x'], rows: [[{ date: '2026-03-02' }], [{ date: '2026' }]] })).toContain(
      '\n2026-03-02\r\n2026\r',
    );
  });

  it('keeps numbers', () => {
    expect(csvOfTable({ columns: ['x'], rows: [[-3]] })).toContain('\n-3\r');
  });

  it('never starts a cell with a formula', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const body = csvOfTable({ columns: ['x'], rows: [[cell]] }).slice('\ufeffx\r\n'.length);
        expect(body.replace(/^"/, '')).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { CSV_TABLE_IDS, csvTable } from '#domain/export/csv/csv-tables.ts';
import { printCsv } from '#domain/export/csv/print-csv.ts';
import { minuteMoment } from '#domain/time/moment.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { someCoe } from '#test/support/some-coe.ts';

const read = (csv: string, delimiter: string) =>
  papaparse.parse<Record<string, string>>(csv.replace(/^\ufeff/u, ''), {
    header: true,
    delimiter,
    skipEmptyLines: true,
  });

describe.each([',', ';'] as const)('CSV with %s between cells', (separator) => {
  it.each(CSV_TABLE_IDS)('has one row for each row of %s, and a spreadsheet reads every cell', (id) => {
    const table = csvTable(id, ALL_EXAMPLES);
    const { data, errors, meta } = read(printCsv(table, separator), separator);
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual(table.header);
    expect(data.map((row) => Object.values(row).map((cell) => cell.replace(/^'(?=\s*[=+\-@])/u, '')))).toEqual(
      table.rows,
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\n=1',
    '＝1',
    '=HYPERLINK("http://x","y")',
    '-2+3|cmd',
  ])('never starts a cell with a formula: %j', (text) => {
    const coe = coeFullOf([text, `a${separator}${text}`], 1);
    for (const id of CSV_TABLE_IDS) {
      const csv = printCsv(csvTable(id, [coe]), separator);
      // Whatever a spreadsheet takes for the separator.
      for (const other of [',', ';', '\t']) {
        const cells = papaparse.parse<string[]>(csv.slice(1), { delimiter: other }).data.flat();
        expect(cells.filter((cell) => /^[\s"]*[=+@\uff1d-]/u.test(cell))).toEqual([]);
      }
    }
  });

  it('starts with a byte order mark and keeps line breaks within cells', () => {
    const coe = coeSchema.parse({ ...someCoe(), title: 'First; second, "third"\nfourth' });
    const csv = printCsv(csvTable('coes', [coe]), separator);
    expect(csv.startsWith('\ufeff"Title"')).toBe(true);
    expect(read(csv, separator).data[0]?.['Title']).toBe('First; second, "third"\nfourth');
  });
});

describe('the tables', () => {
  const base = someCoe();

  it('leave out blank rows', () => {
    const sections = {
      ...base.sections,
      timeline: {
        entries: [{ what: ' ' }, { what: 'Alarm', when: minuteMoment('2026-05-14T10:04', 'Europe/Berlin') }],
      },
      actions: { items: [{ text: '' }, { text: 'Add an alarm', owner: 'Ben', due: '2026-06-01' }] },
    };
    const coe = coeSchema.parse({ ...base, sections });
    expect(csvTable('timeline', [coe]).rows.map((row) => row.slice(0, 3))).toEqual([
      ['2026-05-14 10:04', 'Europe/Berlin', 'Alarm'],
    ]);
    expect(csvTable('actions', [coe]).rows.map((row) => row.slice(0, 5))).toEqual([
      ['Add an alarm', 'Ben', '2026-06-01', '', 'Open'],
    ]);
  });

  it('have a header even without a row', () => {
    expect(csvTable('actions', [base])).toMatchObject({ rows: [] });
    expect(printCsv(csvTable('actions', [base]), ',')).toMatch(/^\ufeff"Action","Owner"/u);
  });
});

import { describe, expect, it } from 'vitest';

import {
  actionsFromTable,
  costsFromTable,
  entriesFromTable,
  type PastedTable,
} from '#domain/tables/rows-from-table.ts';
import { guessColumns, hasHeader, type TableTarget } from '#domain/tables/table-columns.ts';
import { tableFromText } from '#domain/tables/table-from-text.ts';

const options = { referenceDate: '2026-05-14', zone: 'Europe/Berlin' };

function pasted(target: TableTarget, text: string): PastedTable {
  const cells = tableFromText(text) ?? [];
  return { cells, columns: guessColumns(target, cells), hasHeader: hasHeader(target, cells) };
}

describe('a table in text', () => {
  it.each([
    [
      'cells between tabs',
      'Time\tEvent\n10:04\tAlert',
      [
        ['Time', 'Event'],
        ['10:04', 'Alert'],
      ],
    ],
    [
      'a cell with line breaks and quotation marks',
      'a\t"one\ntwo ""three"""\r\nb\tc\r\n',
      [
        ['a', 'one\ntwo "three"'],
        ['b', 'c'],
      ],
    ],
    [
      'rows of different length',
      'a\tb\tc\nd\te',
      [
        ['a', 'b', 'c'],
        ['d', 'e', ''],
      ],
    ],
    [
      'Markdown',
      '| When | What |\n|---|:--|\n| 10:04 | a \\| b |',
      [
        ['When', 'What'],
        ['10:04', 'a | b'],
      ],
    ],
  ])('reads %s', (_, text, cells) => expect(tableFromText(text)).toEqual(cells));

  it.each(['one line', 'a\tb', 'a line\nwith\ta tab', 'a | b\nc | d', '', 'a\n\t\nb'])('leaves %j alone', (text) =>
    expect(tableFromText(text)).toBeNull(),
  );
});

describe('a table for the timeline', () => {
  const read = (text: string) => entriesFromTable(pasted('timeline', text), options);

  it('takes the columns from the header, with a date and a time in two of them', () => {
    const rows = read(
      'Date\tTime (UTC)\tWho\tEvent\tLink\tSystem\n14 May\t23:51\tAna\tAlert\thttp://x\tapi\n\t00:02\t\tPaged\t\t',
    );
    expect(rows.map(({ when, who, what, evidence }) => [when.value, when.zone, who, what, evidence])).toEqual([
      ['2026-05-14T23:51', 'UTC', 'Ana', 'Alert\nSystem: api', 'http://x'],
      ['2026-05-15T00:02', 'UTC', '', 'Paged', ''],
    ]);
  });

  it('finds the times of a table without a header', () => {
    const rows = read('Alert\t10:04\nPaged\t10:06');
    expect(rows.map(({ when, what }) => [when.value.slice(11), what])).toEqual([
      ['10:04', 'Alert'],
      ['10:06', 'Paged'],
    ]);
  });

  it('keeps a time it cannot read, and one that lasted, as written', () => {
    const rows = read('When\tWhat\nafter lunch\tAlert\n10:04 to 10:10\tPaged');
    expect(rows[0]).toMatchObject({ when: { precision: 'unknown', words: 'after lunch' }, what: 'Alert' });
    expect(rows[1]).toMatchObject({ when: { value: '2026-05-14T10:04' }, what: '10:04 to 10:10: Paged' });
  });
});

it('reads a table of costs', () => {
  const table = pasted('costs', 'Impact\tAmount\tUnit\tCategory\nRefunds\t~400\tEUR\tMoney\nNights\t3\t\tSleep');
  expect(costsFromTable(table)).toEqual([
    { area: 'money', what: 'Refunds', amount: '~400', unit: 'EUR', estimate: true },
    { area: null, what: 'Nights\nArea: Sleep', amount: '3', unit: '', estimate: false },
  ]);
});

it('reads a table of actions, and keeps what it cannot read: a date as it was typed, the rest in the text', () => {
  const table = pasted(
    'actions',
    'Action item\tAssignee\tDeadline\tStatus\tTicket\nAdd an alert\tAna\t2026-06-01\tDone\tOPS-1\nWrite it down\t\tsoon\tIn progress\t',
  );
  expect(actionsFromTable(table, options)).toEqual([
    {
      text: 'Add an alert\nTicket: OPS-1',
      owner: 'Ana',
      due: '2026-06-01',
      dueWords: '',
      status: 'done',
      priority: null,
      doneWhen: '',
    },
    {
      text: 'Write it down\nStatus: In progress',
      owner: '',
      due: null,
      dueWords: 'soon',
      status: 'open',
      priority: null,
      doneWhen: '',
    },
  ]);
});

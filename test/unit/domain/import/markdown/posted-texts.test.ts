import { describe, expect, it } from 'vitest';

import { readSource } from '#domain/import/read-source.ts';

import { PLAIN_OPTIONS, readReport, readReports, rowsOf } from './read-report.ts';

/** What status pages and chats look like when they are saved or copied. Each text is invented. */
describe('a page of a status page', () => {
  const rows = [
    '2025-03-13T10:16 UTC Resolved - Orders go through again.',
    '2025-03-13T09:15 UTC Monitoring - The old version is back.',
    '2025-03-13T08:02 UTC Investigating - Some orders fail.',
  ];

  it('has its updates as rows, with each time below its text', () => {
    const report = readReport(
      'orders.md',
      `# Orders fail

Incident report for the shop

**Resolved** - Orders go through again.${'  '}
 Mar 13, 2025 - 10:16 UTC

**Monitoring** - The old version is back.${'  '}
 Mar 13, 2025 - 09:15 UTC

**Investigating** - Some orders fail.${'  '}
 Mar 13, 2025 - 08:02 UTC
`,
    );
    expect(rowsOf(report)).toEqual(rows);
    expect(report.coe.summary).toBe('Incident report for the shop');
    expect(report.coe.happened).toMatchObject({ value: '2025-03-13', approximate: false });
    expect(report.doubts).toEqual([]);
  });

  it('may have each time above its text, and only one of them the year', () => {
    const report = readReport(
      'orders.md',
      `# Orders fail

Jan 2, 00:16 UTC

**Resolved** - Orders go through again.

Dec 31, 2024, 23:50 UTC

**Investigating** - Some orders fail.

We will write again in an hour.

Dec 31, 23:20 UTC

**Update** - A disk was full.
`,
    );
    expect(rowsOf(report)).toEqual([
      '2025-01-02T00:16 UTC ~ Resolved - Orders go through again.',
      '2024-12-31T23:50 UTC Investigating - Some orders fail.',
      '2024-12-31T23:20 UTC Update - A disk was full.',
    ]);
    expect(report.coe.sections.timeline.entries[1]?.what).toContain('We will write again in an hour.');
  });

  it('may have states as lines of their own, as text that was copied has', () => {
    const report = readReport(
      'orders.txt',
      `Orders fail
Resolved -
Orders go through again.
Mar 13, 2025, 10:16 MDT
Update -
Update: we changed the disk.
It takes half an hour.
Mar 13, 2025, 09:15 MDT
Investigating -
Some orders fail.
Mar 13, 2025, 08:02 MDT
`,
    );
    expect(rowsOf(report)).toEqual([
      '2025-03-13T10:16 America/Denver Resolved -',
      '2025-03-13T09:15 America/Denver Update -',
      '2025-03-13T08:02 America/Denver Investigating -',
    ]);
    expect(report.coe.sections.timeline.entries[1]?.what).toBe(
      'Update -\nUpdate: we changed the disk.\nIt takes half an hour.',
    );
  });

  it('may be saved as HTML', () => {
    const update = (state: string, text: string, time: string): string =>
      `<div class="row update-row"><div class="update-title">${state}</div>
       <div class="update-body">${text}</div>
       <div class="update-timestamp">Posted <span class="ago"></span>Mar <var data-var="date">13</var>, <var>2025</var> - <var>${time}</var> UTC</div></div>`;
    const reading = readSource(
      {
        path: 'orders.html',
        content: `<html><head><title>Shop Status - Orders fail</title></head><body><h1>Orders fail</h1>
       ${update('Resolved', 'Orders go through again.', '10:16')}
       ${update('Identified', 'A disk is full.', '09:15')}
       ${update('Investigating', 'Some orders fail.', '08:02')}</body></html>`,
      },
      PLAIN_OPTIONS,
    );
    const [report] = reading.is === 'reports' ? reading.reports : [];
    if (report === undefined) throw new Error('There is no report.');
    expect(rowsOf(report)).toEqual([
      '2025-03-13T10:16 UTC Resolved',
      '2025-03-13T09:15 UTC Identified',
      '2025-03-13T08:02 UTC Investigating',
    ]);
    expect(report.coe.sections.timeline.entries[1]?.what).toBe('Identified\nA disk is full.\n\nPosted');
    expect(report.coe.sections.noticed.prose).toBe('');
  });

  it('may name the time beside the state, as headings, quotes or numbered items', () => {
    const headings = readReport(
      'headings.md',
      '# Orders fail\n\n### Resolved - Mar 13, 2025, 10:16 UTC\n\nOrders go through again.\n\n### Investigating (Mar 13, 2025, 08:02 UTC)\n\nSome orders fail.\n',
    );
    expect(rowsOf(headings)).toEqual(['2025-03-13T10:16 UTC Resolved', '2025-03-13T08:02 UTC Investigating']);
    const quotes = readReport(
      'quotes.md',
      '# Orders fail\n\n> Resolved\n> Orders go through again.\n> Mar 13, 2025 - 10:16 UTC\n\n> Investigating\n> Some orders fail.\n> Mar 13, 2025 - 08:02 UTC\n',
    );
    expect(rowsOf(quotes)).toEqual(['2025-03-13T10:16 UTC Resolved', '2025-03-13T08:02 UTC Investigating']);
    const items = readReport(
      'items.md',
      '# Orders fail\n\n1. investigating Mar 13, 2025, 08:02 AM UTC\n\n   Some orders fail.\n\n2. resolved Mar 13, 2025, 10:16 AM UTC\n\n   Orders go through again.\n',
    );
    expect(rowsOf(items)).toEqual(['2025-03-13T08:02 UTC investigating', '2025-03-13T10:16 UTC resolved']);
  });

  it('gives a report for each of several incidents, and shows the rest of the page', () => {
    const text = `Get mail about incidents.

## Past incidents

Mar 13, 2025

[Orders fail](/incidents/a1)

**Resolved** - Orders go through again.${'  '}
 Mar 13, 10:16 UTC

**Investigating** - Some orders fail.${'  '}
 Mar 12, 23:02 UTC

[Search is slow](/incidents/b2)

**Resolved** - Search is fast.${'  '}
 Mar 13, 07:16 UTC

**Investigating** - Search is slow.${'  '}
 Mar 13, 07:02 UTC

Mar 12, 2025

No incidents reported.
`;
    const reports = readReports('history.md', text);
    expect(reports.map(({ coe }) => coe.title)).toEqual(['Orders fail', 'Search is slow']);
    expect(reports[0]?.source.written).toContain('[Orders fail](/incidents/a1)');
    expect(reports.map(rowsOf)).toEqual([
      [
        '2025-03-13T10:16 UTC Resolved - Orders go through again.',
        '2025-03-12T23:02 UTC Investigating - Some orders fail.',
      ],
      ['2025-03-13T07:16 UTC Resolved - Search is fast.', '2025-03-13T07:02 UTC Investigating - Search is slow.'],
    ]);
    expect(reports[0]?.coe.unplaced).toContain('Get mail about incidents.');
    expect(reports[0]?.coe.unplaced).toContain('No incidents reported.');
    expect(reports[1]?.coe.unplaced).toBe('');
    expect(readReports('history.md', text, { splitReports: false })).toHaveLength(1);
  });

  it('may have a sentence below the title of an incident', () => {
    const update = (state: string, time: string): string => `**${state}** - It is so.\n${time} UTC\n\n`;
    const updates = (hour: string): string =>
      `${update('Resolved', `Mar 4, ${hour}:50`)}${update('Identified', `Mar 4, ${hour}:10`)}`;
    const checkout = `## Mar 4, 2026\n\n### Checkout down\n\n${updates('09')}`;
    const texts = [
      `${checkout}### Search slow\n\nWe were slow.\n\n${updates('07')}`,
      `${checkout}### Search slow.\n${updates('07')}`,
      `## Mar 4, 2026\n### Checkout down\nNobody could pay.\n\n${updates('09')}### Search slow\nWe were slow.\n\n${updates('07')}`,
    ];
    for (const text of texts) {
      const reports = readReports('history.md', text);
      expect(reports.map(({ coe }) => coe.title.replace('.', ''))).toEqual(['Checkout down', 'Search slow']);
      expect(reports.map(rowsOf)).toEqual(
        ['09', '07'].map((hour) => [
          `2026-03-04T${hour}:50 UTC Resolved - It is so.`,
          `2026-03-04T${hour}:10 UTC Identified - It is so.`,
        ]),
      );
    }
    expect(readReports('history.md', texts[0] ?? '')[1]?.coe.summary).toBe('We were slow.');
  });

  it('leaves updates without a title in no timeline of another incident', () => {
    const update = (state: string, time: string): string => `**${state}** - It is so.\nMar 4, ${time} UTC\n\n`;
    const updates = (hour: string): string =>
      `${update('Resolved', `${hour}:50`)}${update('Identified', `${hour}:10`)}`;
    const [first, second] = readReports(
      'history.md',
      `## Mar 4, 2026\n\n### Checkout down\n\n${updates('09')}More of it:\n\n${updates('08')}### Search slow\n\n${updates('07')}## Mar 3, 2026\n\nMail was late.\n\n${updates('06')}`,
    );
    expect(first?.coe.sections.timeline.entries.map(({ when }) => when.value)).toEqual(
      ['09:50', '09:10', '08:50', '08:10'].map((time) => `2026-03-04T${time}`),
    );
    expect(second?.coe.sections.timeline.entries).toHaveLength(2);
    expect(first?.doubts).toEqual(['Line 31: no title tells which incident these updates belong to.']);
    expect(first?.coe.unplaced).toBe(`## Mar 3, 2026\n\nMail was late.\n\n${updates('06').trim()}`);
  });

  it('has no row for a day above titles', () => {
    const update = (state: string, time: string): string => `**${state}** - It is so.\nMar 4, ${time} UTC\n\n`;
    const report = readReport(
      'history.md',
      `# Status history\n\n## Mar 4, 2026\n\n### Checkout down\n\n${update('Resolved', '09:50')}${update('Identified', '09:10')}`,
    );
    expect(rowsOf(report)).toEqual([
      '2026-03-04T09:50 UTC Resolved - It is so.',
      '2026-03-04T09:10 UTC Identified - It is so.',
    ]);
    expect(report.coe.sections.timeline.prose).toBe('## Mar 4, 2026\n\n### Checkout down');
  });

  it('is no reason to take the sections of a report apart', () => {
    const report = readReport(
      'report.md',
      `# Disk full

## Timeline

- 2025-03-13 08:00 UTC it began

## What customers read

**Investigating** - Some orders fail.
Mar 13, 2025 - 08:02 UTC

**Resolved** - Orders go through again.
Mar 13, 2025 - 10:16 UTC
`,
    );
    expect(rowsOf(report)).toEqual(['2025-03-13T08:00 UTC it began']);
    expect(report.coe.unplaced).toContain('**Investigating** - Some orders fail.\nMar 13, 2025 - 08:02 UTC');
  });
});

describe('a chat that was copied', () => {
  it('has its messages as rows, with who wrote them', () => {
    const report = readReport(
      '2025-03-13-orders.md',
      `# Orders fail

## Slack log

Ann Lee  10:42 AM
Orders fail, who is looking?

Bo  10:44 AM
I am.
The disk is full.
10:51
Deleting old logs.

Deploy Bot APP [11:02 AM]
Rolled back to 41.

That was all.
`,
    );
    expect(rowsOf(report)).toEqual([
      '2025-03-13T10:42 UTC Ann Lee: Orders fail, who is looking?',
      '2025-03-13T10:44 UTC Bo: I am.',
      '2025-03-13T10:51 UTC ~ Deleting old logs.',
      '2025-03-13T11:02 UTC Deploy Bot APP: Rolled back to 41.',
    ]);
    expect(report.coe.sections.timeline.entries[1]?.what).toBe('Bo: I am.\nThe disk is full.');
    expect(report.coe.sections.actions.items).toEqual([]);
  });

  it('keeps what a message quotes apart from the words of its writer', () => {
    const report = readReport(
      '2025-03-13-orders.md',
      `# Orders fail

Ben  10:40
I would delete the table.

Ann  10:42
> Ben: delete the table

No, do not delete it.

Ann  10:44
I wait.
> Ben: why
`,
    );
    expect(report.coe.sections.timeline.entries.map(({ what }) => what)).toEqual([
      'Ben: I would delete the table.',
      'Ann:\n> Ben: delete the table\n\nNo, do not delete it.',
      'Ann: I wait.\n> Ben: why',
    ]);
  });

  it('stays text when a report has a timeline of its own', () => {
    const chat = 'Ann  10:42\nIt fails.\n\nBo  10:43\nLooking.\n\nAnn  10:50\nFixed.';
    const report = readReport('2025-03-13.md', `# Disk\n\n## Timeline\n\n- 10:40 it began\n\n## Chat\n\n${chat}\n`);
    expect(rowsOf(report)).toEqual(['2025-03-13T10:40 UTC it began']);
    expect(report.coe.unplaced).toContain(chat);
  });
});

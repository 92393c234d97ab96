import { expect, it } from 'vitest';

import { readReport, rowsOf } from './read-report.ts';

/** Layouts that reports were met in. Each text is invented. */
it('does not show the words of a heading that says the title again', () => {
  const report = readReport(
    'disk.md',
    '---\ntitle: "Postmortem: the disk was full"\ndate: 2026-05-08\n---\n# Postmortem: the disk was full\n\n## Summary\n\nLogs filled it.\n',
  );
  expect(report.coe.title).toBe('Postmortem: the disk was full');
  expect(report.coe.unplaced).toBe('');
});

it('takes the name of a program for no list of actions', () => {
  const report = readReport(
    'deploy.md',
    '# Deploy failed\n\n## Root cause: no memory\n\nIt ran out.\n\n### Evidence from GitHub Actions\n\n- Run 44 never ended\n\n### Contributing factors\n\n- No swap\n\n## Timeline\n\n- 2026-03-17 10:00 UTC it failed\n',
  );
  expect(report.coe.sections.actions.items).toEqual([]);
  expect(report.coe.sections.cause.prose).toContain('### Evidence from GitHub Actions\n\n- Run 44 never ended');
});

it('reads several keys in one line', () => {
  const report = readReport(
    'npm.md',
    '# Packages fail\n\n**Author:** Kim | **Date:** 2024-04-09 | **Severity:** Major | **Status:** Closed  \n**Tags:** registry, disk\n\n## Summary\n\nIt broke.\n',
  );
  expect(report.coe).toMatchObject({ author: 'Kim', severity: 2, tags: ['registry', 'disk'] });
  expect(report.coe.happened).toMatchObject({ precision: 'day', value: '2024-04-09' });
  expect(report.coe.sections.context.prose).toContain('**Status:** Closed');
});

it('reads names of sections that stand alone in a text without marks', () => {
  const report = readReport(
    'plain.md',
    `Mail was late

Issue overview
Mail left hours late.

Timeline (all times in UTC)
2026-03-04 10:00 the queue grew
2026-03-04 11:00 it was empty

Root cause and resolution
The disk was full. It was replaced.

Preventive actions
Alert on disk space.
`,
  );
  expect(report.coe.summary).toBe('Mail left hours late.');
  expect(rowsOf(report)).toEqual(['2026-03-04T10:00 UTC the queue grew', '2026-03-04T11:00 UTC it was empty']);
  expect(report.coe.sections.cause.prose).toBe('The disk was full. It was replaced.');
  expect(report.coe.sections.actions.prose).toBe('Alert on disk space.');
});

it('does not take the date of a blog for that of the event', () => {
  const report = readReport(
    'post.md',
    '---\ntitle: Mail was late\ndate: 2025-12-05 18:01:00 +0100\nslug: mail-late\n---\n\n## Timeline\n\n- 2025-12-01 10:00 UTC it began\n',
  );
  expect(report.coe.happened).toMatchObject({ value: '2025-12-01' });
  expect(report.source.raw).toMatchObject({ date: '2025-12-05 18:01:00 +0100' });
});

it('takes the day of a page that one key alone makes look like that of a blog, as approximate', () => {
  const front = '---\ntitle: Mail was late\ndate: 2026-03-04T10:42:00Z\ndraft: false\n---\n\n';
  const report = readReport('a.md', `${front}## Timeline\n\n- 10:42 UTC alarm\n- 10:50 UTC fixed\n`);
  expect(report.coe.happened).toMatchObject({ precision: 'day', value: '2026-03-04', approximate: true });
  expect(rowsOf(report)).toEqual(['2026-03-04T10:42 UTC ~ alarm', '2026-03-04T10:50 UTC ~ fixed']);
  const said = 'The date of the page, 2026-03-04, was taken for about the day of the event.';
  expect(report.doubts).toEqual([said]);
  const prose = readReport('b.md', `${front}## Summary\n\nIt was late.\n`);
  expect(prose.coe.happened).toMatchObject({ precision: 'day', value: '2026-03-04', approximate: true });
  expect(prose.doubts).toEqual([said]);
});

it('takes a date that says that it is the event’s, beside that of the page', () => {
  const front = '---\ndate: 2026-05-15 09:00\nincident date: 2026-05-14 10:04\ndraft: false\n---\n\n';
  const report = readReport('d.md', `${front}# Mail was late\n\n## Timeline\n\n- 10:04 UTC alarm\n`);
  expect(report.coe.happened).toMatchObject({ value: expect.stringMatching(/^2026-05-14/) });
  expect(rowsOf(report)).toEqual([expect.stringMatching(/^2026-05-14T10:04 UTC .*alarm$/)]);
});

it('says that the date of a blog is none of the event when the report has no other', () => {
  const report = readReport(
    'c.md',
    '---\ntitle: Mail was late\ndate: 2026-03-04T10:42:00Z\ndraft: false\ntoc: true\n---\n\n## Summary\n\nIt was late.\n',
  );
  expect(report.coe.happened.precision).toBe('unknown');
  expect(report.doubts).toEqual(['The date of the page, 2026-03-04, was not taken for that of the event.']);
});

it('does not take the date of a commit for that of the event', () => {
  const report = readReport(
    'ssl.md',
    '# No connection\n\n## Cause\n\nA typo.\n\n## Commit\n\n- Author: Kim\n- Date: 2026-05-08\n',
  );
  expect(report.coe).toMatchObject({ author: '', happened: { precision: 'unknown' } });
  expect(report.coe.unplaced).toBe('## Commit\n\nAuthor: Kim\n\nDate: 2026-05-08');
  expect(report.doubts).toEqual([
    'Line 10: “2026-05-08” was not read as a time of the event, as it is below “Commit”.',
  ]);
});

it.each([
  'Incident Review Details',
  'Release incident',
  'Details of the outage after the release',
  'Post-mortem review',
])('takes the date and the author below “%s”', (heading) => {
  const report = readReport(
    'checkout.md',
    `# Checkout\n\n## ${heading}\n\n**Date:** 2026-03-04\n**Author:** Ann\n\n## Summary\n\nIt broke.\n`,
  );
  expect(report.coe).toMatchObject({ author: 'Ann', happened: { value: '2026-03-04' } });
  expect(report.doubts).toEqual([]);
});

it.each([
  'Related commits',
  'Postmortem meeting',
  'Review meeting',
  'Reviews and approvals',
  'Document history',
  'Release notes',
])('does not take the date below “%s”', (heading) => {
  const report = readReport('e.md', `# Checkout\n\n## Summary\n\nIt broke.\n\n## ${heading}\n\n- Date: 2026-03-04\n`);
  expect(report.coe.happened.precision).toBe('unknown');
  expect(report.doubts).toEqual([
    `Line 9: “2026-03-04” was not read as a time of the event, as it is below “${heading}”.`,
  ]);
});

it('reads days that are written with hyphens that do not break', () => {
  const report = readReport(
    'outage.md',
    '# Outage on 2025‑05‑20\n\n## Timeline\n\n- 08:41 UTC it began\n- 2025‑05‑21 09:00 UTC it ended\n',
  );
  expect(rowsOf(report)).toEqual(['2025-05-20T08:41 UTC it began', '2025-05-21T09:00 UTC it ended']);
});

it('reads a log that was pasted into a timeline', () => {
  const report = readReport(
    'log.md',
    '# Disk\n\n## Timeline\n\n```text\n[2025-05-20 08:41:10 UTC] disk full\n[2025-05-20 08:42:00 UTC] alarm\n[2025-05-20 08:50:00 UTC] freed\n```\n',
  );
  expect(rowsOf(report)).toEqual([
    '2025-05-20T08:41 UTC disk full',
    '2025-05-20T08:42 UTC alarm',
    '2025-05-20T08:50 UTC freed',
  ]);
});

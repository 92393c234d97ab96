import { describe, expect, it } from 'vitest';

import type { ImportedReport } from '#domain/import/imported-report.ts';
import { readSource } from '#domain/import/read-source.ts';

import { PLAIN_OPTIONS, readReport, rowsOf } from './read-report.ts';

const actionsOf = ({ coe }: ImportedReport) =>
  coe.sections.actions.items.map(({ text, owner, due, status }) => ({ text, owner, due, status }));

/** Reads a web page with one report. Its tags are no words of it. */
function readPage(content: string): ImportedReport {
  const reading = readSource({ path: 'page.html', content }, PLAIN_OPTIONS);
  const report = reading.is === 'reports' ? reading.reports[0] : undefined;
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

/** Reports after the templates that many teams use. Each is invented. */
describe('a report in German', () => {
  const report = readReport(
    'berichte/lager.md',
    `# Lagerverwaltung nicht erreichbar

**Datum:** 4. März 2025
**Verfasser:** Mira Vogt

## Zusammenfassung
Das Lager konnte nichts buchen.

## Zeitlicher Ablauf
Alle Zeiten in MEZ.

- 07:10 Uhr: Neustart des Servers
- 07:55 Uhr: Buchungen gehen wieder

## Ursache
Ein Dienst startete nicht.

## Erkennung
Anruf aus dem Lager.

## Was lief gut
- Die Hotline war besetzt

## Was lief schlecht
- Es gab keinen Alarm

## Maßnahmen
| Maßnahme | Verantwortlich | Bis wann | Stand |
|---|---|---|---|
| Dienst überwachen | Mira Vogt | 01.04.2025 | offen |
| Start dokumentieren | Jo | 15.03.2025 | erledigt |
`,
  );

  it('has its facts, times and sections', () => {
    const { happened, author, summary, sections, unplaced } = report.coe;
    expect({ happened: happened.value, author, summary, unplaced }).toEqual({
      happened: '2025-03-04',
      author: 'Mira Vogt',
      summary: 'Das Lager konnte nichts buchen.',
      unplaced: '',
    });
    expect(rowsOf(report)).toEqual([
      '2025-03-04T07:10 Europe/Berlin Neustart des Servers',
      '2025-03-04T07:55 Europe/Berlin Buchungen gehen wieder',
    ]);
    expect(sections.cause.prose).toBe('Ein Dienst startete nicht.');
    expect(sections.noticed.prose).toBe('Anruf aus dem Lager.');
    expect(sections.learned.wentWell.map(({ text }) => text)).toEqual(['Die Hotline war besetzt']);
    expect(sections.learned.wentBadly.map(({ text }) => text)).toEqual(['Es gab keinen Alarm']);
    expect(report.zoneAsked).toBe(false);
  });

  it('has its actions', () => {
    expect(actionsOf(report)).toEqual([
      { text: 'Dienst überwachen', owner: 'Mira Vogt', due: '2025-04-01', status: 'open' },
      { text: 'Start dokumentieren', owner: 'Jo', due: '2025-03-15', status: 'done' },
    ]);
  });
});

it('reads a report in French', () => {
  const report = readReport(
    'incidents/courriel.md',
    `# Courriels en retard

Date : 7 août 2024
Auteur : Inès Roy

## Résumé
Les courriels avaient deux heures de retard.

## Chronologie
(heures de Paris)

- 9h05 : file pleine
- 11h20 : file vide

## Causes racines
Une limite trop basse.

## Ce qui n'a pas fonctionné
- Pas d'alerte

## Actions correctives
- [ ] Augmenter la limite (responsable : Inès Roy, échéance : 02/09/2024)
`,
  );
  expect(report.coe).toMatchObject({ author: 'Inès Roy', happened: { value: '2024-08-07' }, unplaced: '' });
  expect(rowsOf(report)).toEqual([
    '2024-08-07T09:05 Europe/Paris file pleine',
    '2024-08-07T11:20 Europe/Paris file vide',
  ]);
  expect(report.coe.sections.learned.wentBadly.map(({ text }) => text)).toEqual(["Pas d'alerte"]);
  expect(actionsOf(report)).toEqual([
    { text: 'Augmenter la limite', owner: 'Inès Roy', due: '2024-09-02', status: 'open' },
  ]);
});

describe('a report with its facts in a table', () => {
  const report = readReport(
    'reviews/r-204.md',
    `# Incident Review

## R-204: Exports were empty

### Key information

| Metric | Value |
|---|---|
| Requests affected | 4 % |
| **Author** | Wen |
| Start time | 2024-05-06 08:15 UTC |
| End time | 2024-05-06 09:40 UTC |

### Summary

The export ran before the import.

### Learning opportunities

#### What went well?

1. The pager rang at once.

#### What surprised us?

1. Nobody knew the order of the jobs.

### Actions

- Order the jobs (DRI: @wen, due 2024-06-01)
- Warn about empty files — Owner: Data team — Due: Jun 8, 2024 — Blocked
- Ask the owner: TBD — by June
`,
  );

  it('has the title below a heading that names none', () => {
    expect(report.coe.title).toBe('R-204: Exports were empty');
  });

  it('takes the times and the author, and keeps the table', () => {
    expect(report.coe).toMatchObject({
      author: 'Wen',
      times: { began: { value: '2024-05-06T08:15' }, resolved: { value: '2024-05-06T09:40' } },
    });
    expect(report.coe.unplaced).toContain('| Requests affected | 4 % |');
  });

  it('ends a list at the next heading, also at one it does not know', () => {
    expect(report.coe.sections.learned.wentWell.map(({ text }) => text)).toEqual(['The pager rang at once.']);
    expect(report.coe.sections.learned.lessons.map(({ rule }) => rule)).toEqual(['Nobody knew the order of the jobs.']);
  });

  it('reads labels of actions up to where they end', () => {
    expect(actionsOf(report)).toEqual([
      { text: 'Order the jobs', owner: 'wen', due: '2024-06-01', status: 'open' },
      { text: 'Warn about empty files – Blocked', owner: 'Data team', due: '2024-06-08', status: 'open' },
      { text: 'Ask the owner: TBD — by June', owner: '', due: null, status: 'open' },
    ]);
  });
});

describe('the day of times without one', () => {
  const timeline = '## Timeline\n\nAll times in UTC.\n\n- 10:02 it broke\n- 10:40 it was fixed\n';

  it.each([
    ['the meeting', 'Meeting scheduled for: 9 May 2024\n', '?10:02'],
    ['the page', 'Last updated 9 May 2024\n', '?10:02'],
    ['an action', '', '?10:02', '## Action items\n\n- Test it by 9 May 2024\n'],
    ['the event', 'It broke on 2 May 2024.\n', '2024-05-02T10:02 UTC ~'],
    ['the event, without its year', 'It broke on May 2, and we met on 9 May 2024.\n', '2024-05-09T10:02 UTC ~'],
    [
      'the event, with the year of the meeting',
      'Meeting: 9 May 2024\n\nIt broke on May 2, at ten.\n',
      '2024-05-02T10:02 UTC ~',
    ],
    ['an event long before', 'Meeting: 9 May 2024\n\nIt was built on October 2.\n', '?10:02'],
  ])('is that of the event, or unread: %s', (_, text, first, after = '') => {
    const report = readReport('a.md', `# It broke\n\n## Summary\n\n${text}\n${timeline}${after}`);
    expect(rowsOf(report)[0]).toBe(`${first} it broke`);
  });

  it('is not that on which a blog published the report', () => {
    const report = readReport(
      'posts/writes.md',
      `---\nlayout: post\ntitle: Lost writes\ndate: 2023-02-10 09:00:00 +0000\n---\n\nOn February 7th we lost writes.\n\n${timeline}`,
    );
    expect(report.coe.happened).toMatchObject({ value: '2023-02-07', approximate: true });
    expect(rowsOf(report)[0]).toBe('2023-02-07T10:02 UTC ~ it broke');
  });
});

describe('tables', () => {
  it('have the names of their columns in the first row when they have no header', () => {
    const report = readReport(
      'a.md',
      `# Payroll

## Timeline

| | | |
|---|---|---|
| Date/Time (UTC) | Event | Source |
| 03/06/2024 07:50 | Run failed | Monitoring |
| 03/06/2024 09:15 | Run repeated | Log |

## Recommendations

| | | | |
|---|---|---|---|
| Recommendation | Owner | Target date | Status |
| Try it first | Eva | 30/06/2024 | Closed |
`,
    );
    expect(rowsOf(report)).toEqual(['2024-06-03T07:50 UTC Run failed', '2024-06-03T09:15 UTC Run repeated']);
    expect(actionsOf(report)).toEqual([{ text: 'Try it first', owner: 'Eva', due: '2024-06-30', status: 'done' }]);
    expect(report.coe.unplaced).toBe('');
  });

  it('may have a header of two rows, as merged cells leave one', () => {
    const report = readPage(
      '<h1>Payroll, 2 September 2021</h1><h2>Chronology</h2><table><tr><th rowspan="2">When</th><th colspan="2">Event</th></tr><tr><th>What</th><th>By</th></tr><tr><td>09:00</td><td>Run started</td><td>Rui</td></tr><tr><td>09:30</td><td colspan="2">Run failed</td></tr></table>',
    );
    expect(rowsOf(report)).toEqual(['2021-09-02T09:00 UTC Run started · Rui', '2021-09-02T09:30 UTC Run failed']);
  });
});

it('takes no row of a table of events for an action with an owner', () => {
  const report = readReport(
    'drill.md',
    `# Drill went wrong (March 3rd, 2022)

| Time (UTC+1) | Who | Event | Link |
|---|---|---|---|
| 13:00 | drill lead | starts the drill | [log](https://x.example/1) |
| 13:04 | db team | sees the lag | |

## What we will change

- **Action:** Check the lag first
  - **Owner:** Lena
  - **Due:** 2022-03-20
  - **Status:** Done
- **Action:** Write criteria
  - **Owner:** TBD
  - **Status:** In progress

## Open questions

Is 40 s normal?
`,
  );
  expect(rowsOf(report)).toEqual([
    '2022-03-03T13:00 Etc/GMT-1 drill lead · starts the drill',
    '2022-03-03T13:04 Etc/GMT-1 db team · sees the lag',
  ]);
  expect(actionsOf(report)).toEqual([
    { text: 'Check the lag first', owner: 'Lena', due: '2022-03-20', status: 'done' },
    { text: 'Write criteria', owner: '', due: null, status: 'open' },
  ]);
  expect(report.coe.sections.actions.items[1]?.doneWhen).toContain('In progress');
  expect(report.coe.sections.context.prose).toContain('Is 40 s normal?');
});

it('reads times in the zone that its start and end name', () => {
  const report = readReport(
    'cache.md',
    `# Cache stampede

**Start:** 2 Jun 2021 09:10 CEST
**End:** 2 Jun 2021 10:02 CEST
**Authors:** Nils, Ama

## Timeline

- 09:10 cache is flushed
- 10:02 latency is normal
`,
  );
  expect(rowsOf(report)[0]).toBe('2021-06-02T09:10 Europe/Paris cache is flushed');
  expect(report.zoneAsked).toBe(false);
});

it('reads a mail, whose date is when it was sent', () => {
  const report = readReport(
    'mail.txt',
    `Subject: Postmortem of the mail outage
From: ops
Date: Tue, 5 Sep 2023 16:02:11 +0200

Hi all, on September 4 this happened:

* 8.10 am - mail server runs out of inodes
* 9.40 am - all good

Root cause: a cron job wrote millions of small files.

Next steps:
- fix the cron job
`,
  );
  expect(report.coe.title).toBe('Postmortem of the mail outage');
  expect(report.coe.happened).toMatchObject({ value: '2023-09-04', approximate: true });
  expect(rowsOf(report)).toEqual([
    '2023-09-04T08:10 UTC ~ mail server runs out of inodes',
    '2023-09-04T09:40 UTC ~ all good',
  ]);
});

it('reads a person whom a wiki page names as one name', () => {
  const report = readPage(
    '<h1>Mail queue, 8 November 2022</h1><h2>Root cause</h2><p>A limit.</p><h2>Action items</h2><ul><li><a class="confluence-userlink user-mention">@Ines Prado</a> compare the defaults</li><li>Ask <a class="user-mention">@Jo Lind</a></li></ul>',
  );
  expect(actionsOf(report)).toEqual([
    { text: 'compare the defaults', owner: 'Ines Prado', due: null, status: 'open' },
    { text: 'Ask @Jo\u00A0Lind', owner: '', due: null, status: 'open' },
  ]);
});

it('finds the sections of a review for customers', () => {
  const report = readReport(
    'review.md',
    `# Packets lost

## What happened?

Packets were lost between 17:22 UTC on 03 July 2023 and 04:50 UTC on 04 July 2023.

## What went wrong and why?

A cable was cut.

## How did we respond?

- 17:22 UTC on 03 July 2023 – It began.
- 04:50 UTC on 04 July 2023 – It was over.

## How are we making incidents like this less likely or less impactful?

- We add a path. (Completed)

## How can customers make incidents like this less impactful?

Use two zones.
`,
  );
  expect(report.coe.sections.cause.prose).toContain('A cable was cut.');
  expect(rowsOf(report)).toEqual(['2023-07-03T17:22 UTC It began.', '2023-07-04T04:50 UTC It was over.']);
  expect(actionsOf(report)).toMatchObject([{ status: 'done' }]);
  expect(report.coe.sections.customerImpact.prose).toBe('');
  expect(report.coe.unplaced).toContain('Use two zones.');
});

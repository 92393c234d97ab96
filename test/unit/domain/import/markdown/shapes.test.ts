import { describe, expect, it } from 'vitest';

import { readSource } from '#domain/import/read-source.ts';

import { PLAIN_OPTIONS, readReport, readReports, rowsOf } from './read-report.ts';

/** Shapes of reports as teams write them. Each is invented. */
describe('a report without headings, with bold list keys', () => {
  const report = readReport(
    'incidents/2021-11-23-queue.md',
    `# Queue stuck

- **Key events**
  - 2021-11-23 14:20 Queue depth starts to grow
  - 2021-11-23 14:58 Pager rings
    - nobody was at the desk
  - 15.26 Workers restarted
  - 16.02 Queue empty again
- **Identified**: An alert on queue depth
- **Resolution**: Workers were restarted by hand.
- **Root cause**: A worker waited for a lock that its twin held.
- **What went well**
  - The runbook was right
- **Review actions**
  - Add a timeout to the lock
`,
  );

  it('has its timeline, with the day carried on', () => {
    expect(rowsOf(report)).toEqual([
      '2021-11-23T14:20 UTC Queue depth starts to grow',
      '2021-11-23T14:58 UTC Pager rings',
      '2021-11-23T15:26 UTC Workers restarted',
      '2021-11-23T16:02 UTC Queue empty again',
    ]);
    expect(report.coe.sections.timeline.entries[1]?.what).toContain('nobody was at the desk');
    expect(report.zoneAsked).toBe(true);
  });

  it('has its sections', () => {
    const { noticed, mitigated, cause, learned, actions } = report.coe.sections;
    expect(noticed.prose).toBe('An alert on queue depth');
    expect(mitigated.prose).toBe('Workers were restarted by hand.');
    expect(cause.prose).toBe('A worker waited for a lock that its twin held.');
    expect(learned.wentWell.map(({ text }) => text)).toEqual(['The runbook was right']);
    expect(actions.items.map(({ text, owner, due }) => ({ text, owner, due }))).toEqual([
      { text: 'Add a timeout to the lock', owner: '', due: null },
    ]);
    expect(report.coe.unplaced).toBe('');
  });
});

describe('a page of a static site', () => {
  const report = readReport(
    'source/posts/2020-03-05-mail-delays.html.md.erb',
    `---
title: Mail was late
layout: post
owner_slack: "#mail"
last_reviewed_on: 2020-03-09
tags: [mail, queue]
---

<%= partial "header" %>

What happened?
==============

Mail left hours late.

How was it detected?
--------------------

A customer rang.

Timeline
--------

All times in GMT.

* 09:15 - first complaint
* 11:40 - disk replaced

Why did it happen?
------------------

The disk was full.

How are we preventing this from happening again?
------------------------------------------------

1. Alert on disk space. (owner: Priya) due 2020-04-01
2. ✅ Delete old mail
`,
  );

  it('takes title, tags and unknown keys from the front matter', () => {
    expect(report.coe.title).toBe('Mail was late');
    expect(report.coe.tags).toEqual(['mail', 'queue']);
    expect(report.source.raw).toEqual({ layout: 'post', owner_slack: '#mail', last_reviewed_on: '2020-03-09' });
  });

  it('places headings that are questions, and takes the day from the name of the file', () => {
    expect(report.coe.summary).toBe('Mail left hours late.');
    expect(report.coe.sections.noticed.prose).toBe('A customer rang.');
    expect(report.coe.sections.cause.prose).toBe('The disk was full.');
    expect(report.coe.sections.context.prose).toBe('<%= partial "header" %>');
    expect(rowsOf(report)).toEqual(['2020-03-05T09:15 UTC first complaint', '2020-03-05T11:40 UTC disk replaced']);
    expect(report.coe.happened).toMatchObject({ precision: 'day', value: '2020-03-05' });
  });

  it('reads an owner, a date and a status only where the text says so', () => {
    expect(report.coe.sections.actions.items.map(({ text, owner, due, status }) => [text, owner, due, status])).toEqual(
      [
        ['Alert on disk space.', 'Priya', '2020-04-01', 'open'],
        ['Delete old mail', '', null, 'done'],
      ],
    );
  });
});

describe('a report with header lines', () => {
  const report = readReport(
    'outages/login.md',
    `# Postmortem: login down

**Date:** 2022-07-14
**Severity:** Critical
**Status:** Complete
**Authors:** Mira Sol
**Detected:** 2022-07-14 17:05 PDT
**Duration:** 47 minutes

## Impact

Nobody could log in.

## Timeline (PST)

- **16:58** - deploy
- **17:05 PDT** - alert
- **23:50** - rolled back
- **00:10** - all clear

## Trigger

A deploy.

## Root Cause

A missing key.

## Stats for nerds

Uptime 99.9
`,
  );

  it('reads the facts of its header', () => {
    expect(report.coe.severity).toBe(3);
    expect(report.coe.author).toBe('Mira Sol');
    expect(report.coe.happened).toMatchObject({ precision: 'day', value: '2022-07-14' });
    expect(report.coe.times.noticed).toMatchObject({ value: '2022-07-14T17:05', zone: 'America/Los_Angeles' });
    expect(report.coe.sections.context.prose).toContain('**Duration:** 47 minutes');
  });

  it('reads PST as the clock in that zone on that day, and marks a step over midnight', () => {
    expect(rowsOf(report)).toEqual([
      '2022-07-14T16:58 America/Los_Angeles deploy',
      '2022-07-14T17:05 America/Los_Angeles alert',
      '2022-07-14T23:50 America/Los_Angeles rolled back',
      '2022-07-15T00:10 America/Los_Angeles ~ all clear',
    ]);
    expect(report.coe.sections.timeline.entries[0]?.when.offset).toBe('-07:00');
    expect(report.doubts.join('\n')).toContain('the day after the time above it, 2022-07-15');
  });

  it('keeps the headings of two texts in one section, and shows what fits none', () => {
    expect(report.coe.sections.cause.prose).toBe('## Trigger\n\nA deploy.\n\n## Root Cause\n\nA missing key.');
    expect(report.coe.unplaced).toBe('## Stats for nerds\n\nUptime 99.9');
    expect(report.words.unplaced).toBe(6);
  });
});

describe('a timeline in a table below a bold label', () => {
  const report = readReport(
    '2020/january.md',
    `# Search returned nothing (Jan 14, 2020)

## What happened

Search was empty.

**Timeline (EST)**

| When | What | Who |
|---|---|---|
| Jan 14, 10:18 AM | Index job fails | |
| 10:40 AM | First report | Support |
| around 1 PM | Old index restored | |

## Follow-ups

| Action | Owner | Due | Status | Ticket |
|---|---|---|---|---|
| Check the index after each job | @lena | 2020-02-01 | Done | OPS-12 |
| Alert when it shrinks | TBD | end of Q1 | In progress | |
`,
  );

  it('reads its rows', () => {
    expect(rowsOf(report)).toEqual([
      '2020-01-14T10:18 America/New_York Index job fails',
      '2020-01-14T10:40 America/New_York First report · Support',
      '2020-01-14T13:00 America/New_York ~ Old index restored',
    ]);
    expect(report.coe.summary).toBe('Search was empty.');
  });

  it('reads a table of actions and invents neither owner nor date', () => {
    expect(report.coe.sections.actions.items).toMatchObject([
      {
        text: 'Check the index after each job',
        owner: 'lena',
        due: '2020-02-01',
        status: 'done',
        doneWhen: 'Ticket: OPS-12',
      },
      { text: 'Alert when it shrinks', owner: '', due: null, status: 'open' },
    ]);
    expect(report.coe.sections.actions.items[1]?.doneWhen).toBe('Owner: TBD\nStatus: In progress');
    expect(report.coe.sections.actions.items[1]).toMatchObject({ due: null, dueWords: 'end of Q1' });
  });
});

describe('a file with several incidents', () => {
  const text = `# Incident log

We write these down the same day.

## 2019-02-03 Printer on fire

### Summary

It burned.

### Timeline

- 04:49 PM UTC smoke
- 05:10 PM UTC water

### Action items

- Buy an extinguisher

## 2019-05-20 Printer drowned

### Summary

It was wet.

### Timeline

- 08:00 UTC puddle

### Root cause

Water from February.
`;

  it('gives a report for each', () => {
    const reports = readReports('log.md', text);
    expect(reports.map(({ coe, source }) => [coe.title, source.path])).toEqual([
      ['2019-02-03 Printer on fire', 'log.md'],
      ['2019-05-20 Printer drowned', 'log.md#2'],
    ]);
    expect(reports.flatMap(rowsOf)).toEqual([
      '2019-02-03T16:49 UTC smoke',
      '2019-02-03T17:10 UTC water',
      '2019-05-20T08:00 UTC puddle',
    ]);
    expect(reports[0]?.coe.unplaced).toContain('We write these down the same day.');
  });

  it('stays one report when the person wants that', () => {
    expect(readReports('log.md', text, { splitReports: false })).toHaveLength(1);
  });
});

describe('a file without an ending, in plain text', () => {
  const report = readReport(
    '2018-09-01 DNS',
    `Summary:
Names did not resolve.

Timeline:
2018-09-01 23:40 resolver restarts
2018-09-02 00:05 names resolve
and nobody knows why

Action items:
We should watch the resolver and somebody, perhaps Ana, could write it down by May.
`,
  );

  it('is read by its labels', () => {
    expect(report.coe.title).toBe('2018-09-01 DNS');
    expect(report.coe.summary).toBe('Names did not resolve.');
    expect(rowsOf(report)).toEqual(['2018-09-01T23:40 UTC resolver restarts', '2018-09-02T00:05 UTC names resolve']);
    expect(report.coe.sections.timeline.entries[1]?.what).toBe('names resolve\nand nobody knows why');
  });

  it('keeps actions that are a paragraph as prose', () => {
    expect(report.coe.sections.actions.items).toEqual([]);
    expect(report.coe.sections.actions.prose).toContain('perhaps Ana');
  });
});

describe('a folder for each incident, with its page in README.md', () => {
  const report = readReport(
    '2023-04-18-cache-stampede/README.md',
    `## TL;DR

The cache expired everywhere at once. ![graph](img/load.png)

## Background

We cache everything.

## Detailed timeline

All times are Europe/Berlin.

### Detection

- 09:00:12 load rises
- 9:02 alert

### Recovery

- 09:30 CEST cache warmed
- later that day: post-mortem
- 2023-04-19T08:00:00+05:00 report sent

## Five whys

1. Why was the site down? The cache was empty.
2. Why was it empty? All keys expired together.

## 💡 Lessons learned (to be done)

### What went wrong

- No jitter

### Where we got lucky

It was a Tuesday.
`,
  );

  it('takes title and day from the name of the folder', () => {
    expect(report.coe.title).toBe('2023-04-18 cache stampede');
    expect(rowsOf(report)).toEqual([
      '2023-04-18T09:00 Europe/Berlin load rises',
      '2023-04-18T09:02 Europe/Berlin alert',
      '2023-04-18T09:30 Europe/Paris cache warmed',
      '? later that day: post-mortem',
      '2023-04-19T08:00 Etc/GMT-5 report sent',
    ]);
    expect(report.zoneAsked).toBe(false);
  });

  it('reads whys as a chain and the lists of what was learned', () => {
    const [why] = report.coe.sections.whys.happened;
    expect(why?.text).toContain('The cache was empty.');
    expect(why?.whys[0]?.text).toContain('All keys expired together.');
    expect(report.coe.sections.learned.wentBadly.map(({ text }) => text)).toEqual(['No jitter']);
    expect(report.coe.sections.learned.lucky.map(({ text }) => text)).toEqual(['It was a Tuesday.']);
    expect(report.coe.summary).toContain('The cache expired everywhere');
    expect(report.attachments).toEqual([{ path: 'img/load.png', alt: 'graph' }]);
  });
});

describe('a timeline whose headings are times', () => {
  const report = readReport(
    'a.md',
    `# Slow builds

## Timeline

### 22:50

Builds slow down.

1. One queue
2. Then all

### 2017-12-31 23:10

Queue drained.

### 00:20

Fast again.

### Jan 2

Written up.
`,
  );

  it('invents no day for a time before the first one', () => {
    expect(rowsOf(report)).toEqual([
      '2017-12-31T22:50 UTC ~ Builds slow down.',
      '2017-12-31T23:10 UTC Queue drained.',
      '2018-01-01T00:20 UTC ~ Fast again.',
      '2018-01-02 Written up.',
    ]);
    expect(report.coe.sections.timeline.entries[0]?.what).toContain('2. Then all');
  });

  it('leaves times without any day unread', () => {
    const undated = readReport('b.md', '# Slow\n\n## Timeline\n\n- 10:00 slow\n- 10:30 fast\n');
    expect(rowsOf(undated)).toEqual(['?10:00 slow', '?10:30 fast']);
    expect(undated.coe.happened.precision).toBe('unknown');
  });
});

describe('header lines that are sections', () => {
  const report = readReport(
    'x.md',
    `# Postmortem 12

Date: 2016-02-03
Summary: The shop was slow.
Impact: Forty orders were late.
Root cause: A missing index.
Detection: A customer wrote.

## Timeline
2016-02-03 (*all times UTC*)

* 14:51 load rises
* 14:54 **OUTAGE BEGINS** — pages time out
* 15:30 **OVER**
`,
  );

  it('are placed', () => {
    const { customerImpact, cause, noticed } = report.coe.sections;
    expect(report.coe.summary).toBe('The shop was slow.');
    expect(customerImpact.prose).toBe('Forty orders were late.');
    expect(cause.prose).toBe('A missing index.');
    expect(noticed.prose).toBe('A customer wrote.');
  });

  it('leave the emphasis of rows as it was', () => {
    expect(rowsOf(report)).toEqual([
      '2016-02-03T14:51 UTC load rises',
      '2016-02-03T14:54 UTC **OUTAGE BEGINS** — pages time out',
      '2016-02-03T15:30 UTC **OVER**',
    ]);
  });
});

describe('a page that was published later', () => {
  const report = readReport(
    '_posts/2021-07-26-outage.md',
    `---
title: Outage on July 24th, 2021
date: 2021-07-26 09:00:00 -0700
---

### Timeline

- \`10:02 PM\` (PDT) deploy
- \`10:09 PM\` alert, open since 10:01 PM EST
- \`12:20 AM\` all clear

### Action items

- [ ] [OPS-1](https://example.org/1) Add a canary (@jane)
- [x] Mend the alert @sam due 2021-08-01
- ~~Write it down~~ done
- Ask @bob about quotas
- Patch the leak — Owner: Ana, Due: 2021-08-10
- Read on. Owner: TBD

### Root cause (5 whys)

1. Why? It broke.
2. Why did it? Rust.
`,
  );

  it('takes the day from the title, and the zone that only the first row names', () => {
    expect(report.coe.happened.value).toBe('2021-07-24');
    expect(rowsOf(report)).toEqual([
      '2021-07-24T22:02 America/Los_Angeles deploy',
      '2021-07-24T22:09 America/Los_Angeles alert, open since 10:01 PM EST',
      '2021-07-25T00:20 America/Los_Angeles ~ all clear',
    ]);
    expect(report.source.raw).toEqual({ date: '2021-07-26 09:00:00 -0700' });
  });

  it('reads owners, dates and what is done from the forms that say so', () => {
    expect(report.coe.sections.actions.items.map(({ text, owner, due, status }) => [text, owner, due, status])).toEqual(
      [
        ['[OPS-1](https://example.org/1) Add a canary', 'jane', null, 'open'],
        ['Mend the alert', 'sam', '2021-08-01', 'done'],
        ['Write it down done', '', null, 'done'],
        ['Ask @bob about quotas', '', null, 'open'],
        ['Patch the leak', 'Ana', '2021-08-10', 'open'],
        ['Read on. Owner: TBD', '', null, 'open'],
      ],
    );
    expect(report.coe.sections.whys.happened[0]?.whys[0]?.text).toBe('Why did it? Rust.');
  });
});

describe('actions with a list of keys below', () => {
  it('keep a second owner and a second date as text', () => {
    const report = readReport(
      'keys.md',
      `# Disk full

## Actions

- Add an alarm
  - Owner: Ann
  - Assignee: Bob
  - Due: 2024-02-01
  - Deadline: 2024-03-01
`,
    );
    const [action] = report.coe.sections.actions.items;
    expect(action).toMatchObject({ text: 'Add an alarm', owner: 'Ann', due: '2024-02-01' });
    expect(action?.doneWhen).toBe('- Assignee: Bob\n- Deadline: 2024-03-01');
  });

  it('keep a second status as text', () => {
    const report = readReport(
      'status.md',
      '# Disk full\n\n## Actions\n\n- Add an alarm\n  - Status: done\n  - Status: done\n  - Status: shipped\n',
    );
    const [action] = report.coe.sections.actions.items;
    expect(action).toMatchObject({ text: 'Add an alarm', status: 'done' });
    expect(action?.doneWhen).toBe('- Status: done\n- Status: shipped');
  });

  it('takes no later status for one that is not done', () => {
    const report = readReport(
      'a.md',
      '# Disk full\n\n## Actions\n\n- Add an alarm\n  - Status: open\n  - Status: done\n',
    );
    expect(report.coe.sections.actions.items).toMatchObject([
      { text: 'Add an alarm', status: 'open', doneWhen: '- Status: open\n- Status: done' },
    ]);
  });

  it.each([
    ['day-first', '2024-03-04'],
    ['month-first', '2024-04-03'],
  ] as const)('have dates in the order that was chosen, %s', (dateOrder, due) => {
    const text = '# Leak\n\n## Actions\n\n- Rotate the keys (due 04/03/2024)\n- Add an alarm\n  - Due: 04/03/2024\n';
    const { coe } = readReport('dates.md', text, { dateOrder });
    expect(coe.sections.actions.items.map((action) => action.due)).toEqual([due, due]);
  });
});

describe('plain text with headings in capitals', () => {
  it('is read by them', () => {
    const report = readReport(
      'down.txt',
      'Date: 3 May 2022\n\nWHAT HAPPENED\nErrors.\n\nTIMELINE\n08:10 first\n09:00 over\n\nROOT CAUSE\nRust.\n',
    );
    expect(report.coe.summary).toBe('Errors.');
    expect(rowsOf(report)).toEqual(['2022-05-03T08:10 UTC first', '2022-05-03T09:00 UTC over']);
    expect(report.coe.sections.cause.prose).toBe('Rust.');
  });
});

describe('files that are no reports', () => {
  it.each([
    ['TEMPLATE.md', '# Title\n\n## Summary\n\n## Timeline\n', 'This is a template.'],
    ['docs/postmortem-template.md', '# x\n', 'This is a template.'],
    ['README.md', '# Our postmortems\n\nWe learn here.\n', 'This describes the folder. It is not a report.'],
    [
      'all.md',
      '# All\n\n- [one](one.md)\n- [two](two.md)\n- [three](three.md)\n',
      'This is a list of reports, not a report.',
    ],
    ['empty.md', '\n', 'The file is empty.'],
    ['notes', 'Just a note.\n', 'This does not look like a report.'],
    ['logo.png', '', 'This is not a kind of file that Once imports.'],
  ])('%s is skipped with a reason', (path, content, reason) => {
    expect(readSource({ path, content }, PLAIN_OPTIONS)).toEqual({ is: 'skipped', reason });
  });
});

describe('the mapping of a person', () => {
  it('overrules where a heading goes, and keeps the heading', () => {
    const text = '# X\n\n## Stats for nerds\n\nUptime 99.9\n';
    const report = readReport('x.md', text, { headings: new Map([['stats for nerds', 'impact']]) });
    expect(report.coe.sections.impact.prose).toBe('## Stats for nerds\n\nUptime 99.9');
    expect(report.coe.unplaced).toBe('');
  });

  it('gives the zone that was asked for', () => {
    const report = readReport('x.md', '# X\n\n## Timeline\n\n- 2020-01-01 10:00 a\n', { zone: 'Asia/Tokyo' });
    expect(rowsOf(report)).toEqual(['2020-01-01T10:00 Asia/Tokyo a']);
    expect(report.doubts).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { backupName, backupInstant } from '#domain/backups/backup-name.ts';
import { backupNeed, lostMost } from '#domain/backups/backup-need.ts';
import { backupsToRemove, type StoredBackup } from '#domain/backups/backups-to-remove.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23, 9, 30);

const backupAt = (daysAgo: number, coeCount: number | null = 100): StoredBackup => {
  const name = backupName(START - daysAgo * DAY);
  return { name, at: backupInstant(name) ?? '', coeCount };
};

const backups = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.option(fc.integer({ min: 0, max: 200 }), { nil: null })), {
    maxLength: 80,
  })
  .map((all) => [...new Map(all.map(([days, count]) => [days, backupAt(days, count)])).values()]);

describe('thinning the backups', () => {
  it('keeps every one of two weeks, then one a week, one a month, one a year', () => {
    const daily = Array.from({ length: 1200 }, (_, days) => backupAt(days));
    const removed = new Set(backupsToRemove(daily));
    const kept = daily.filter(({ name }) => !removed.has(name));
    expect(kept.slice(0, 15).map(({ at }) => at)).toEqual(daily.slice(0, 15).map(({ at }) => at));
    expect(kept.length).toBeGreaterThan(15 + 8 + 20);
    expect(kept.length).toBeLessThan(15 + 10 + 26 + 5);
  });

  it('never removes the newest that can be read, nor one that cannot', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const removed = new Set(backupsToRemove(all));
        const newest = all.filter(({ coeCount }) => coeCount !== null).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        if (newest !== undefined) expect(removed.has(newest.name)).toBe(false);
        for (const { name, coeCount } of all) if (coeCount === null) expect(removed.has(name)).toBe(false);
      }),
    );
  });

  it('has nothing left to remove once it was done', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const removed = new Set(backupsToRemove(all));
        expect(backupsToRemove(all.filter(({ name }) => !removed.has(name)))).toEqual([]);
      }),
    );
  });

  it('removes nothing while the newest holds less than half of what an older one did', () => {
    const old = Array.from({ length: 60 }, (_, days) => backupAt(days + 20, 100));
    expect(backupsToRemove([backupAt(0, 100), ...old]).length).toBeGreaterThan(0);
    expect(backupsToRemove([backupAt(0, 49), ...old])).toEqual([]);
  });

  it('removes nothing because of a clock that is years off', () => {
    const few = [backupAt(0), backupAt(1), backupAt(2)];
    expect(backupsToRemove([...few, backupAt(-3650)]).length).toBeLessThanOrEqual(2);
    expect(backupsToRemove(few)).toEqual([]);
  });
});

describe('whether to back up', () => {
  const facts = { lastOn: '2026-11-22', lastCount: 40, today: '2026-11-23', count: 41, isChanged: true };

  it('is at most once a day, and only when something changed', () => {
    expect(backupNeed(facts)).toBe('due');
    expect(backupNeed({ ...facts, lastOn: '2026-11-23' })).toBe('none');
    expect(backupNeed({ ...facts, isChanged: false })).toBe('none');
    expect(backupNeed({ ...facts, lastOn: null })).toBe('due');
    expect(backupNeed({ ...facts, lastOn: null, count: 0 })).toBe('none');
  });

  it('is asked of a person when most of the COEs are gone', () => {
    expect(backupNeed({ ...facts, count: 19 })).toBe('ask');
    expect(backupNeed({ ...facts, count: 20 })).toBe('due');
    expect(lostMost(3, 1)).toBe(false);
    expect(lostMost(5, 0)).toBe(true);
  });
});

describe('the name of a backup', () => {
  it('says when it was made, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(Date.parse(backupInstant(backupName(seconds * 1000)) ?? '')).toBe(seconds * 1000);
      }),
    );
    expect(backupInstant('2026-99-23T093015Z.zip')).toBe(null);
    expect(backupInstant('../2026-11-23T093015Z.zip')).toBe(null);
  });
});

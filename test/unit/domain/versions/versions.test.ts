import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { VERSION_INTERVAL_MS, reasonToKeep } from '#domain/versions/reason-to-keep.ts';
import { isPermanent, statusReached, VERSION_REASONS } from '#domain/versions/version-reason.ts';
import { type StoredVersion, MAX_VERSIONS, versionsToRemove } from '#domain/versions/versions-to-remove.ts';

const NOW = Date.UTC(2026, 10, 23, 9, 30);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const versionAt = (age: number, why: StoredVersion['why'] = 'while'): StoredVersion => ({
  id: `${NOW - age}-${why}`,
  at: new Date(NOW - age).toISOString(),
  why,
});

const versions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 800 * DAY }), fc.constantFrom(...VERSION_REASONS)), { maxLength: 300 })
  .map((all) => [...new Map(all.map(([age, why]) => [age, versionAt(age, why)])).values()]);

describe('when a version is kept', () => {
  it('is before the first change of a session, and then every few minutes', () => {
    expect(reasonToKeep({ isOwnWrite: false, lastKeptAt: null, now: NOW })).toBe('before');
    expect(reasonToKeep({ isOwnWrite: true, lastKeptAt: NOW, now: NOW + VERSION_INTERVAL_MS - 1 })).toBe(null);
    expect(reasonToKeep({ isOwnWrite: true, lastKeptAt: NOW, now: NOW + VERSION_INTERVAL_MS })).toBe('while');
  });

  it('is before anything that somebody else wrote is written over, however soon', () => {
    expect(reasonToKeep({ isOwnWrite: false, lastKeptAt: NOW, now: NOW + 1 })).toBe('before');
  });

  it('does not stop for years because a clock was set back', () => {
    expect(reasonToKeep({ isOwnWrite: true, lastKeptAt: NOW, now: NOW - 10 * 365 * DAY })).toBe('while');
  });

  it('is when a status that matters is reached, and not when it stays', () => {
    expect(statusReached('draft', 'ready')).toBe('ready');
    expect(statusReached('ready', 'ready')).toBe(null);
    expect(statusReached('ready', 'draft')).toBe(null);
    expect(statusReached(null, 'closed')).toBe('closed');
  });
});

describe('thinning the versions', () => {
  it('keeps all of an hour, one an hour for a day, one a day for a month, one a week after that', () => {
    const often = Array.from({ length: 60 * 24 * 12 }, (_, number) => versionAt(number * 5 * 60_000));
    const removed = new Set(versionsToRemove(often));
    const kept = often.filter(({ id }) => !removed.has(id));
    const within = (age: number): number => kept.filter(({ at }) => NOW - Date.parse(at) <= age).length;
    expect(within(HOUR)).toBe(13);
    expect(within(DAY)).toBeLessThanOrEqual(13 + 25);
    expect(within(30 * DAY)).toBeLessThanOrEqual(13 + 25 + 31);
    expect(kept.length).toBeLessThan(13 + 25 + 31 + 10);
  });

  it('never removes a milestone, the newest, or the newest from before a session', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const removed = new Set(versionsToRemove(all));
        const newestFirst = all.toSorted((first, second) => (first.at < second.at ? 1 : -1));
        const before = newestFirst.find(({ why }) => why === 'before');
        for (const version of [newestFirst[0], before]) if (version) expect(removed.has(version.id)).toBe(false);
        for (const { id, why } of all) if (isPermanent(why)) expect(removed.has(id)).toBe(false);
      }),
    );
  });

  it('has nothing left to remove once it was done, and is bounded', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const removed = new Set(versionsToRemove(all));
        const left = all.filter(({ id }) => !removed.has(id));
        expect(versionsToRemove(left)).toEqual([]);
        expect(left.filter(({ why }) => !isPermanent(why)).length).toBeLessThanOrEqual(MAX_VERSIONS + 40);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { logDomain, logTicks } from '#renderer/features/themes/drawing/log-ticks.ts';
import { periodTicks } from '#renderer/features/themes/drawing/period-ticks.ts';
import { wrapLabel } from '#renderer/features/themes/drawing/wrap-label.ts';
import { nearestBox } from '#renderer/features/themes/figure/nearest-mark.ts';
import { wrapText } from '#renderer/features/themes/save/wrap-text.ts';

const box = (left: number, top: number, width = 10, height = 10) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('nearestBox', () => {
  const grid = [box(0, 0), box(20, 0), box(0, 20), box(40, 20)];

  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowDown', 0, 2],
    ['ArrowRight', 2, 3],
    ['ArrowUp', 2, 0],
    ['ArrowLeft', 0, -1],
    ['ArrowUp', 3, 1],
  ] as const)('%s from %i leads to %i', (key, from, to) => {
    expect(nearestBox(grid, from, key)).toBe(to);
  });
});

describe('the log scale', () => {
  it('contains every duration and has at least two ticks that do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000_000 }), { minLength: 1 }), (minutes) => {
        const domain = logDomain(minutes);
        for (const each of minutes) {
          expect(Math.max(each, 1)).toBeGreaterThanOrEqual(domain[0]);
          expect(each).toBeLessThanOrEqual(domain[1]);
        }
        const ticks = logTicks(domain, 400).map((tick) => tick.minutes);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('periodTicks', () => {
  const months = ['Nov 2025', 'Dec 2025', 'Jan 2026', 'Feb 2026'].map((label) => ({ start: label, label }));

  it('labels the year where it changes', () => {
    expect(periodTicks(months, 60).map(({ name, year }) => `${name} ${year}`.trim())).toEqual([
      'Nov 2025',
      'Dec',
      'Jan 2026',
      'Feb',
    ]);
  });

  it('labels every second column when space is short', () => {
    expect(periodTicks(months, 20).map(({ name }) => name)).toEqual(['Nov', '', 'Jan', '']);
  });
});

describe('labels', () => {
  it('go on in the next line instead of being cut, even within a word that is longer than a line', () => {
    expect(wrapLabel('Believed without checking', 110, 13)).toEqual(['Believed', 'without', 'checking']);
    expect(wrapLabel('Short', 100, 13)).toEqual(['Short']);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,40}$/)), (words) => {
        const lines = wrapLabel(words.join(' '), 100, 13);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        expect(lines.every((line) => line.length <= 13)).toBe(true);
      }),
    );
  });

  it('have fewer letters a line where letters are wide', () => {
    expect(wrapLabel('w'.repeat(12), 100, 13)).toEqual(['wwwwwwww', 'wwww']);
    expect(wrapLabel('気づくのが遅れたのはなぜ', 100, 13)).toEqual(['気づくのが遅れ', 'たのはなぜ']);
    expect(wrapLabel('🙂🙂🙂🙂', 3, 13)).toEqual(['🙂🙂🙂', '🙂']);
    expect(wrapLabel('', 100, 13)).toEqual([]);
  });

  it('wrap at spaces without losing a word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 12, max: 40 }), (words, width) => {
        const lines = wrapText(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

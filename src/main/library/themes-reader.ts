import type { CoeFilter } from '#domain/catalogue/coe-filter.ts';
import { emptyFilter, matchesFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { type Steps, visitEach } from '#domain/steps.ts';
import { packThemes, type PackedThemes } from '#domain/themes/packed-themes.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

import type { Catalogue } from './catalogue.ts';
import { runInPieces } from './run-in-pieces.ts';

/** The themes of the COEs that match a filter, on a day, in a zone. */
export type ReadThemes = (filter: CoeFilter, zone: string, day: CalendarDate) => Promise<PackedThemes>;

/** Reads the themes of a library. */
export type ThemesReader = {
  readonly read: ReadThemes;
  /** Says in which zone and on which day somebody may ask for the themes of all COEs. */
  readonly expect: (zone: string, day: CalendarDate) => void;
  /** Counts what was asked last, or is expected, unless its answer is kept. For when nothing else is to do. */
  readonly prepare: () => Promise<void>;
};

/**
 * Creates a reader of themes. They are counted here, in pieces, because sending all summaries to a worker would take
 * main longer than counting; the last answer is kept until something changes.
 */
export function createThemesReader(catalogue: Catalogue): ThemesReader {
  let asked: { filter: CoeFilter; zone: string; day: CalendarDate } | null = null;
  let last: { key: string; themes: Promise<PackedThemes> } | null = null;
  const read: ReadThemes = (filter, zone, day) => {
    asked = { filter, zone, day };
    const key = `${catalogue.age} ${zone} ${day} ${JSON.stringify(filter)}`;
    if (last?.key !== key) {
      const counted = { key, themes: runInPieces(readThemes(catalogue.inOrder('happened-newest'), filter, zone, day)) };
      counted.themes.catch(() => {
        if (last === counted) last = null;
      });
      last = counted;
    }
    return last.themes;
  };
  return {
    read,
    expect: (zone, day) => {
      asked = { filter: asked?.filter ?? emptyFilter(), zone, day };
    },
    prepare: async () => {
      if (asked !== null) await read(asked.filter, asked.zone, asked.day);
    },
  };
}

function* readThemes(
  summaries: readonly CoeSummary[],
  filter: CoeFilter,
  zone: string,
  day: CalendarDate,
): Steps<PackedThemes> {
  const wanted: CoeSummary[] = [];
  yield* visitEach([...summaries], (summary) => {
    if (matchesFilter(summary, filter)) wanted.push(summary);
  });
  return yield* packThemes(yield* themesOf(wanted, zone, day));
}

import type { CoeFilter } from '#domain/catalogue/coe-filter.ts';
import { matchesFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { type Steps, visitEach } from '#domain/steps.ts';
import { packThemes, type PackedThemes } from '#domain/themes/packed-themes.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

import type { Catalogue } from './catalogue.ts';
import { runInPieces } from './run-in-pieces.ts';

/** The themes of the COEs that match a filter, on a day, in a zone. */
export type ReadThemes = (filter: CoeFilter, zone: string, day: CalendarDate) => Promise<PackedThemes>;

/**
 * Creates a reader of themes. They are counted here, in pieces, because sending all summaries to a worker would take
 * main longer than counting; the last answer is kept until something changes.
 */
export function createThemesReader(catalogue: Catalogue): ReadThemes {
  let last: { key: string; themes: Promise<PackedThemes> } | null = null;
  return (filter, zone, day) => {
    const key = `${catalogue.age} ${zone} ${day} ${JSON.stringify(filter)}`;
    if (last?.key !== key) {
      const asked = { key, themes: runInPieces(readThemes(catalogue.inOrder('happened-newest'), filter, zone, day)) };
      asked.themes.catch(() => {
        if (last === asked) last = null;
      });
      last = asked;
    }
    return last.themes;
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

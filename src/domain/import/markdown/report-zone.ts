import { factOf } from '../header-facts.ts';
import type { ImportOptions } from '../imported-report.ts';
import { type ReportZone, zoneNamedIn } from '../typed-zones.ts';
import { isKnownZone } from '../../time/moment.ts';
import { withEnglishZoneWords } from '../other-languages.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Part } from './outline.ts';

const ZONE_LINE = /\btimes?\b|\btime ?zone\b|\btimestamps?\b/i;

/** The zone of the whole report: said in a fact or a line such as "All times in CET", else chosen or the default. */
export function zoneOf(frontMatter: FrontMatter, parts: readonly Part[], options: ImportOptions): ReportZone {
  const { zone, zoneFallback } = options;
  const own = zone ?? zoneFallback;
  for (const [key, value] of Object.entries(frontMatter.data ?? {})) {
    if (factOf(key) === 'zone' && typeof value === 'string' && isKnownZone(value)) return { zone: value, isSaid: true };
  }
  for (const part of parts) {
    if (part.is === 'key' && factOf(part.key) === 'zone') {
      const named = isKnownZone(part.value.trim())
        ? part.value.trim()
        : zoneNamedIn(`Times in ${part.value.trim()}`, own);
      if (named !== null) return { zone: named, isSaid: true };
    }
    for (const written of part.source.split('\n').slice(0, 20)) {
      const line = withEnglishZoneWords(written);
      if (!/\b(?:all|following|these) times?\b|\btimes? ?(?:stamps? )?(?:are|is|below|in)\b|\btime ?zone\b/i.test(line))
        continue;
      const named = zoneNamedIn(line, own);
      if (named !== null) return { zone: named, isSaid: true };
    }
  }
  return { zone: own, isSaid: zone !== null };
}

/** The zone of one timeline: its heading, its first lines or its column names may name it. */
export function sectionZone(
  parts: readonly Part[],
  heading: string,
  zone: ReportZone,
  options: ImportOptions,
): ReportZone {
  const own = options.zone ?? options.zoneFallback;
  const texts = [heading, ...parts.slice(0, 4).flatMap(({ source }) => source.split('\n').slice(0, 2))];
  for (const written of texts) {
    const text = withEnglishZoneWords(written);
    const named = ZONE_LINE.test(text) || /timeline|chronology/i.test(text) ? zoneNamedIn(text, own) : null;
    if (named !== null) return { zone: named, isSaid: true };
  }
  return zone;
}

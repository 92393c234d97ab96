import { foldHeading } from '../imported-report.ts';
import { isSectionName, placeHeading } from '../place-sections.ts';
import { dayInText } from './report-day.ts';
import type { Part } from './outline.ts';
import type { PostedIncident } from './posted-texts.ts';

/** The reports of one file, and the parts that belong to none of them, such as an introduction. */
export type SplitReports = { readonly reports: readonly (readonly Part[])[]; readonly others: readonly Part[] };

const DEEPEST = 3;

/**
 * Finds several incidents in one file: headings of one level that each have sections of a report below them, or that
 * each begin with a date. Null when the file is one report.
 */
export function splitReports(parts: readonly Part[]): SplitReports | null {
  for (let level = 1; level <= DEEPEST; level += 1) {
    const heads = parts.flatMap((part, index) => (part.is === 'heading' && part.level === level ? [index] : []));
    const texts = heads.map((index) => headingAt(parts, index));
    if (heads.length === 0) continue;
    if (texts.some(isSectionName)) return null;
    if (heads.length < 2) continue;
    const chunks = heads.map((from, at) => parts.slice(from, endOf(parts, from, heads[at + 1], level)));
    const whole = chunks.map((chunk) => sectionsIn(chunk.slice(1)) >= 2);
    const count = whole.filter(Boolean).length;
    const areDated = texts.every(
      (text) => dayInText(text) !== null && foldHeading(text).replaceAll(/[\d ]/g, '').length >= 8,
    );
    const hasSections = sectionsIn(parts) > 0;
    if ((count >= 2 && count >= heads.length * 0.6) || (areDated && !hasSections)) {
      const isReport = (index: number): boolean => count < 2 || whole[index] === true;
      return {
        reports: chunks.filter((_, index) => isReport(index)),
        others: [...parts.slice(0, heads[0]), ...chunks.filter((_, index) => !isReport(index)).flat()],
      };
    }
  }
  return null;
}

/**
 * The incidents of a status page with several, each without the line with its day; null when it has none. `firstLine` is
 * the line where its text begins.
 */
export function splitPage(
  parts: readonly Part[],
  incidents: readonly PostedIncident[],
  firstLine: number,
): SplitReports | null {
  if (incidents.length === 0) return null;
  const lineOf = ({ line }: Part): number => line - firstLine + 1;
  const isIn = (part: Part, { from, to }: PostedIncident): boolean => lineOf(part) >= from && lineOf(part) <= to;
  return {
    reports: incidents.map((incident) =>
      parts.filter(
        (part) => isIn(part, incident) && (incident.dayLine === '' || part.source.trim() !== incident.dayLine),
      ),
    ),
    others: parts.filter((part) => !incidents.some((incident) => isIn(part, incident))),
  };
}

const headingAt = (parts: readonly Part[], index: number): string => {
  const part = parts[index];
  return part?.is === 'heading' ? part.text : '';
};

function endOf(parts: readonly Part[], from: number, next: number | undefined, level: number): number {
  const above = parts.findIndex((part, index) => index > from && part.is === 'heading' && part.level < level);
  return Math.min(next ?? parts.length, above < 0 ? parts.length : above);
}

/** How many different sections the headings and keys among some parts name. */
function sectionsIn(parts: readonly Part[]): number {
  const names = parts.flatMap((part) => (part.is === 'heading' ? [part.text] : part.is === 'key' ? [part.key] : []));
  const targets = names
    .filter(isSectionName)
    .map((name) => placeHeading(name, { headings: new Map(), kind: null })?.target);
  return new Set(targets).size;
}

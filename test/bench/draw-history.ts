import type { HistoryEntry } from './history.ts';

const WIDTH = 760;
const LEFT = 260;
const RIGHT = 24;
const LINE = 26;
const BAR = 10;
/** Ratios beyond this are cut off at the edge and written out. */
const LARGEST = 8;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Draws how each measure of the latest benches compares with its floor at the 95th percentile: a group for each bench, a
 * bar for each measure, and a line where the app takes as long as the floor.
 */
export function drawHistory(history: readonly HistoryEntry[]): string {
  const x = (ratio: number): number => LEFT + (Math.min(ratio, LARGEST) / LARGEST) * (WIDTH - LEFT - RIGHT - 50);
  const parts: string[] = [];
  let y = 24;
  for (const { date, commit, size, measures } of history.slice(-6)) {
    parts.push(
      `<text x="8" y="${y}" font-weight="600">${escape(`${date}, ${commit}, ${size.toLocaleString('en')} COEs`)}</text>`,
    );
    for (const { what, ratio95 } of measures) {
      y += LINE;
      parts.push(
        `<text x="${LEFT - 10}" y="${y}" text-anchor="end">${escape(what)}</text>`,
        `<rect x="${LEFT}" y="${y - BAR}" width="${(x(ratio95) - LEFT).toFixed(1)}" height="${BAR}" fill="#3b6ea5"/>`,
        `<text x="${(x(ratio95) + 6).toFixed(1)}" y="${y}">${ratio95.toFixed(2)}×</text>`,
      );
    }
    y += LINE + 10;
  }
  const one = x(1).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="13" role="img">
<title>Time at the 95th percentile, as a multiple of the floor in the same run</title>
<rect width="${WIDTH}" height="${y}" fill="#fff"/>
<line x1="${one}" x2="${one}" y1="30" y2="${y - LINE}" stroke="#999" stroke-dasharray="3 3"/>
${parts.join('\n')}
</svg>
`;
}

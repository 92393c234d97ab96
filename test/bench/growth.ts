import { figuresOf, type Row } from './report.ts';

/** The rows measured with a library of that many COEs. */
export type SizedRows = { readonly count: number; readonly rows: readonly Row[] };

/** How a measure grows with the size of the library: as the size to the power of `exponent`. */
export type Growth = { readonly what: string; readonly medians: readonly number[]; readonly exponent: number };

/**
 * Fits a power of the size to the medians of each measure that all sizes have: 0 does not depend on the size, 1 doubles
 * with it.
 */
export function growthOf(sizes: readonly SizedRows[]): Growth[] {
  const [first] = sizes;
  return (first?.rows ?? []).flatMap(({ what }) => {
    const points = sizes.flatMap(({ count, rows }) => {
      const row = rows.find((each) => each.what === what);
      const median = row === undefined ? Number.NaN : figuresOf(row).p50;
      return median > 0 ? [{ x: Math.log(count), y: Math.log(median) }] : [];
    });
    if (points.length < sizes.length) return [];
    return [{ what, medians: points.map(({ y }) => Math.exp(y)), exponent: slopeOf(points) }];
  });
}

/** The growth of every measure, as text. */
export function growthTable(sizes: readonly SizedRows[]): string {
  const head = ['median', ...sizes.map(({ count }) => count.toLocaleString('en')), 'exponent'];
  const lines = growthOf(sizes).map(({ what, medians, exponent }) => [
    what,
    ...medians.map((median) => median.toFixed(median < 100 ? 1 : 0)),
    exponent.toFixed(2),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function slopeOf(points: readonly { x: number; y: number }[]): number {
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  return mean(({ x, y }) => (x - meanX) * (y - meanY)) / mean(({ x }) => (x - meanX) ** 2);
}

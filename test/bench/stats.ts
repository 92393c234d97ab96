/** What a row of measurements comes to. */
export type Summary = { readonly p50: number; readonly p95: number; readonly count: number };

/** The value below which that share of the measurements lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const summarise = (values: readonly number[]): Summary => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  count: values.length,
});

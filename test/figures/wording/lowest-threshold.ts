type Scored = { readonly sum: number; readonly isGuilty: boolean; readonly isNear: boolean };

/**
 * The lowest sum from which precision among near sentences is at least `minPrecision`, and at most `mostOrdinary` of the
 * others are met. Infinity if there is none.
 */
export function lowestThreshold(
  scored: readonly Scored[],
  { minPrecision, mostOrdinary }: { readonly minPrecision: number; readonly mostOrdinary: number },
): number {
  const near = scored.filter(({ isNear }) => isNear);
  const others = scored.filter(({ isNear }) => !isNear);
  return (
    scored
      .map(({ sum }) => sum)
      .toSorted((one, other) => one - other)
      .find((threshold) => {
        const found = near.filter(({ sum }) => sum >= threshold);
        return (
          others.filter(({ sum }) => sum >= threshold).length <= others.length * mostOrdinary &&
          found.filter(({ isGuilty }) => isGuilty).length >= found.length * minPrecision
        );
      }) ?? Infinity
  );
}

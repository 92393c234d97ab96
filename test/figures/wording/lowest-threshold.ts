type Scored = {
  readonly sum: number;
  /** Whether its words alone tell, whatever the sum is. */
  readonly byWords: boolean;
  readonly isGuilty: boolean;
  readonly isNear: boolean;
};

/**
 * The lowest sum from which precision among near sentences is at least `minPrecision`, and at most `mostOrdinary` of the
 * others are met. Infinity if there is none.
 */
export function lowestThreshold(scored: readonly Scored[], minPrecision: number, mostOrdinary: number): number {
  const near = scored.filter(({ isNear }) => isNear);
  const others = scored.filter(({ isNear }) => !isNear);
  return (
    scored
      .map(({ sum }) => sum)
      .toSorted((one, other) => one - other)
      .find((threshold) => {
        const found = near.filter(({ sum, byWords }) => byWords || sum >= threshold);
        const met = others.filter(({ sum, byWords }) => byWords || sum >= threshold);
        return (
          met.length <= others.length * mostOrdinary &&
          found.filter(({ isGuilty }) => isGuilty).length >= found.length * minPrecision
        );
      }) ?? Infinity
  );
}

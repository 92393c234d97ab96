/**
 * The places of the `count` best scores, best first; those with the same score stay in their order. A page needs no more,
 * and sorting thousands of rows by score takes longer than finding them.
 */
export function bestPlaces(scores: Float32Array, count: number): number[] {
  const least = scores.toSorted()[Math.max(0, scores.length - count)] ?? 0; // typed arrays sort as numbers
  const best: number[] = [];
  for (const [place, score] of scores.entries()) if (score >= least) best.push(place);
  return best.sort((first, second) => (scores[second] ?? 0) - (scores[first] ?? 0)).slice(0, count);
}

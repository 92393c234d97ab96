import { VECTOR_LENGTH } from '../../../src/domain/similar/meaning.ts';
import { embedTexts } from '../../../scripts/encoder/embed-texts.ts';

/** The vectors of texts, each of length one, as the judge in the app takes them. */
export async function vectorsOf(texts: readonly string[]): Promise<ReadonlyMap<string, Float64Array>> {
  const all = [...new Set(texts)];
  const bytes = await embedTexts(all);
  return new Map(
    all.map((text, index) => {
      const vector = Float64Array.from(bytes.subarray(index * VECTOR_LENGTH, (index + 1) * VECTOR_LENGTH));
      const length = Math.hypot(...vector) || 1;
      return [text, vector.map((number) => number / length)];
    }),
  );
}

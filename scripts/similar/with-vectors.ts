import { MAX_COMPARED, sentencesOf } from '../../src/domain/similar/meaning.ts';
import { embedTexts } from '../encoder/embed-texts.ts';
import type { Labelled, LabelledSet } from './measure-ways.ts';

/** Gives every COE of the sets the vectors of the sentences that are compared; some 25 ms a sentence. */
export async function withVectors(sets: readonly LabelledSet[]): Promise<LabelledSet[]> {
  const embedded: LabelledSet[] = [];
  for (const { name, coes } of sets) {
    const withOwn: Labelled[] = [];
    for (const one of coes) {
      const sentences = sentencesOf(one.coe).slice(0, MAX_COMPARED);
      // oxlint-disable-next-line no-await-in-loop -- the encoder runs in this thread
      const vectors = await embedTexts(sentences.map(({ text }) => text));
      withOwn.push({ ...one, vectors: { weights: sentences.map(({ weight }) => weight), vectors } });
    }
    embedded.push({ name, coes: withOwn });
  }
  return embedded;
}

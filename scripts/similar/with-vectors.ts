import type { Coe } from '../../src/domain/coe/coe.ts';
import { MAX_COMPARED, type SentenceVectors, sentencesOf } from '../../src/domain/similar/meaning.ts';
import { embedTexts } from '../encoder/embed-texts.ts';
import type { LabelledSet } from './measure-ways.ts';

/** The vectors of the sentences of each COE that are compared, by its id; some 25 ms a sentence. */
export async function vectorsOfCoes(coes: readonly Coe[]): Promise<Map<string, SentenceVectors>> {
  const vectors = new Map<string, SentenceVectors>();
  for (const coe of coes) {
    const sentences = sentencesOf(coe).slice(0, MAX_COMPARED);
    // oxlint-disable-next-line no-await-in-loop -- the encoder runs in this thread
    const embedded = await embedTexts(sentences.map(({ text }) => text));
    vectors.set(coe.id, { weights: sentences.map(({ weight }) => weight), vectors: embedded });
  }
  return vectors;
}

/** Gives every COE of the sets its vectors. */
export async function withVectors(sets: readonly LabelledSet[]): Promise<LabelledSet[]> {
  const vectors = await vectorsOfCoes(sets.flatMap(({ coes }) => coes.map(({ coe }) => coe)));
  return sets.map(({ name, coes }) => ({
    name,
    coes: coes.map((one) => ({ ...one, vectors: vectors.get(one.coe.id) ?? null })),
  }));
}

import path from 'node:path';

import { loadSentenceEncoder, type SentenceEncoder } from '../../src/main/encoder/sentence-encoder.ts';

const packages = path.resolve(import.meta.dirname, '../../node_modules/@energetic-ai');

/** Where the encoder's files are in a checkout, before a build copies them. */
export const ENCODER_FOLDERS = {
  model: path.join(packages, 'model-embeddings-en/dist'),
  wasm: path.join(packages, 'core/dist'),
};

let encoder: Promise<SentenceEncoder> | null = null;

/** The vectors of texts, `VECTOR_LENGTH` bytes each, computed in this thread. The first call loads the model. */
export async function embedTexts(texts: readonly string[]): Promise<Int8Array> {
  encoder ??= loadSentenceEncoder(ENCODER_FOLDERS.model);
  return (await encoder).embed(texts);
}

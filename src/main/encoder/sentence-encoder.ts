import { readFile } from 'node:fs/promises';
import path from 'node:path';

import core, { type WeightGroup } from '@energetic-ai/core';
import embeddings from '@energetic-ai/embeddings';

import { quantised, VECTOR_LENGTH } from '#domain/similar/meaning.ts';

/**
 * Turns sentences into vectors of `VECTOR_LENGTH` bytes each, one after another. A number of the vector of a sentence
 * differs by at most 1 with the sentences beside it.
 */
export type SentenceEncoder = { readonly embed: (sentences: readonly string[]) => Promise<Int8Array> };

/** How many sentences go through the model at once. More take more memory, and more time for padding. */
const BATCH = 8;

/**
 * Tells TensorFlow.js where its WebAssembly programs are if they are not beside it. TensorFlow.js loads them as soon as
 * it is imported, so call this before anything is awaited.
 */
export function setProgramFolder(folder: string): void {
  // A bundle of modules does not define the name of its own folder, which TensorFlow.js reads.
  Object.assign(globalThis, { __dirname: folder });
  core.setWasmPaths(folder + path.sep);
}

/** Loads the encoder from disk into this thread. Rejects if a file is missing. Call it once per thread. */
export async function loadSentenceEncoder(model: string): Promise<SentenceEncoder> {
  await core.ready();
  const description: unknown = JSON.parse(await readFile(path.join(model, 'model.json'), 'utf8'));
  const graph = await core.loadGraphModel({
    load: () => core.io.getModelArtifactsForJSON(description, (groups) => readWeights(model, groups)),
  });
  const vocabulary: unknown = JSON.parse(await readFile(path.join(model, 'vocab.json'), 'utf8'));
  const encoder = new embeddings.EmbeddingsModel({ vocabulary, model: graph });
  return {
    embed: async (sentences) => {
      const vectors = new Int8Array(sentences.length * VECTOR_LENGTH);
      // Sentences of similar length need the least padding.
      const byLength = [...sentences.keys()].sort(
        (one, other) => (sentences[one]?.length ?? 0) - (sentences[other]?.length ?? 0),
      );
      for (let start = 0; start < byLength.length; start += BATCH) {
        const indexes = byLength.slice(start, start + BATCH);
        // oxlint-disable-next-line no-await-in-loop -- one batch at a time bounds the memory
        const batch = await encoder.embed(indexes.map((index) => sentences[index] ?? ''));
        for (const [at, index] of indexes.entries()) vectors.set(quantised(batch[at] ?? []), index * VECTOR_LENGTH);
      }
      return vectors;
    },
  };
}

async function readWeights(folder: string, groups: readonly WeightGroup[]): Promise<[unknown[], ArrayBuffer]> {
  const files = await Promise.all(
    groups.flatMap(({ paths }) => paths).map((name) => readFile(path.join(folder, name))),
  );
  const all = new Uint8Array(files.reduce((sum, file) => sum + file.length, 0));
  let at = 0;
  for (const file of files) {
    all.set(file, at);
    at += file.length;
  }
  return [groups.flatMap(({ weights }) => weights), all.buffer];
}

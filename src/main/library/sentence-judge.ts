import { createSentenceJudge } from '#domain/advice/wording/judge-sentence.ts';
import type { JudgedRule } from '#domain/advice/wording/judged-rules.ts';
import { LEARNED_RULES } from '#domain/advice/wording/learned-rules.ts';
import { VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import type { Encoder } from '#main/encoder/encoder.ts';

/**
 * Judges sentences by their meaning, words and phrases, and answers the rules that each is about, in their order. Null without an encoder,
 * or if it fails or is closed.
 */
export type JudgeSentences = (sentences: readonly string[]) => Promise<JudgedRule[][] | null>;

/** Creates the judge of an open library. Nobody waits for it, so what a person waits for goes first. */
export function createJudge(encoder: Encoder | null): JudgeSentences {
  const judge = createSentenceJudge(LEARNED_RULES);
  return async (sentences) => {
    const vectors = (await encoder?.embed(sentences, 'background')) ?? null;
    if (vectors === null) return null;
    return sentences.map((sentence, index) =>
      judge({ sentence, vector: vectors.subarray(index * VECTOR_LENGTH, (index + 1) * VECTOR_LENGTH) }),
    );
  };
}

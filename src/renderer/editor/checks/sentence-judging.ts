import type { AdviceRuleId } from '#domain/advice/advice.ts';
import { sentencesToJudge } from '#domain/advice/rules/wording.ts';
import type { JudgedSentences } from '#domain/advice/wording/find-wording.ts';
import type { JudgedRule } from '#domain/advice/wording/judged-rules.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { MAX_JUDGED } from '#ipc/advice.ts';

import { invoke } from '../../platform/bridge.ts';

/** Has the sentences of one open COE judged. */
export type SentenceJudging = {
  /** What is known so far. It is forgotten with the editor, since it has what somebody wrote. */
  readonly judged: JudgedSentences;
  /** Asks for all sentences that are not judged yet, some at a time, unless answers are on their way. */
  readonly ask: (coe: Coe, off: readonly AdviceRuleId[]) => void;
  readonly stop: () => void;
};

/** Creates it. `onJudged` is called once more is known, after the last answer; then ask for what was written meanwhile. */
export function createSentenceJudging(onJudged: () => void): SentenceJudging {
  const judged = new Map<string, readonly JudgedRule[]>();
  let isAsking = false;
  let isStopped = false;
  /** Whether the sentences are judged now. An answer that fails is asked for again after the next pause. */
  const judge = async (sentences: readonly string[]): Promise<boolean> => {
    const answer = await invoke('advice:judge', { sentences: [...sentences] });
    if (isStopped || !answer.ok) return false;
    const { rules } = answer.value;
    // Without the encoder, main will not know later either.
    isStopped = rules === null;
    if (rules === null) return false;
    for (const [index, sentence] of sentences.entries()) judged.set(sentence, rules[index] ?? []);
    return true;
  };
  const ask = async (coe: Coe, off: readonly AdviceRuleId[]): Promise<void> => {
    if (isAsking || isStopped) return;
    const sentences = sentencesToJudge(coe, { off, known: judged });
    isAsking = true;
    let done = 0;
    // oxlint-disable-next-line no-await-in-loop -- what a person waits for goes between
    while (done < sentences.length && (await judge(sentences.slice(done, done + MAX_JUDGED)))) done += MAX_JUDGED;
    isAsking = false;
    if (done > 0 && !isStopped) onJudged();
  };
  return {
    judged,
    ask: (coe, off) => void ask(coe, off),
    stop: () => {
      isStopped = true;
    },
  };
}

import { sentencesToJudge } from '#domain/advice/rules/wording.ts';
import type { JudgedSentences } from '#domain/advice/wording/find-wording.ts';
import type { JudgedRule } from '#domain/advice/wording/judged-rules.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { MAX_JUDGED } from '#ipc/advice.ts';

import { invoke } from '../../platform/bridge.ts';

/** Has the sentences of one open COE judged by their meaning. */
export type SentenceJudging = {
  /** What is known so far. It is forgotten with the editor, since it has what somebody wrote. */
  readonly judged: JudgedSentences;
  /** Asks for the next sentences that are not judged yet, unless an answer is on its way. */
  readonly ask: (coe: Coe) => void;
  readonly stop: () => void;
};

/** Creates it. `onJudged` is called when more is known; ask again then. Asks no more once main cannot tell. */
export function createSentenceJudging(onJudged: () => void): SentenceJudging {
  const judged = new Map<string, readonly JudgedRule[]>();
  let isAsking = false;
  let isStopped = false;
  const ask = async (coe: Coe): Promise<void> => {
    if (isAsking || isStopped) return;
    const sentences = sentencesToJudge(coe)
      .filter((sentence) => !judged.has(sentence))
      .slice(0, MAX_JUDGED);
    if (sentences.length === 0) return;
    isAsking = true;
    const answer = await invoke('advice:judge', { sentences });
    isAsking = false;
    if (isStopped) return;
    const rules = answer.ok ? answer.value.rules : null;
    if (rules === null) isStopped = true;
    else {
      for (const [index, sentence] of sentences.entries()) judged.set(sentence, rules[index] ?? []);
      onJudged();
    }
  };
  return {
    judged,
    ask: (coe) => void ask(coe),
    stop: () => {
      isStopped = true;
    },
  };
}

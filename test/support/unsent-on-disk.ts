import type { UnsentItem } from '#domain/coaching/unsent-file.ts';
import type { UnsentWords } from '#ipc/unsent.ts';

import type { FakedAnswers } from './fake-bridge.ts';

/** Answers of a main process that keeps what is typed in forms, for as long as the test file runs. */
export function unsentOnDisk(): FakedAnswers {
  const kept = new Map<string, UnsentItem<UnsentWords>[]>();
  return {
    'journal:read-unsent': ({ coeId }) => kept.get(coeId) ?? [],
    'journal:save-unsent': ({ coeId, about, words }) => {
      const others = (kept.get(coeId) ?? []).filter((item) => item.about !== about);
      kept.set(coeId, words === null ? others : [...others, { about, words }]);
      return null;
    },
  };
}

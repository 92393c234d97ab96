import type { Pattern } from '#domain/patterns/pattern.ts';
import { withPattern } from '#domain/patterns/resolve-patterns.ts';
import { ordinal } from '#domain/text/format.ts';
import type { RankedPattern } from '#ipc/patterns.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { currentLibrary, invokeIn } from '../../../platform/library-state.ts';
import { changePattern, createPattern, usePatternsById } from '../../../platform/patterns.ts';
import { showFailure } from '../../../ui/show-failure.ts';
import { showToast } from '../../../ui/toast.tsx';

type ChoosePattern = {
  /** Gives the COE a pattern, says how often it came up, and offers to undo that. */
  readonly choose: (ranked: RankedPattern) => void;
  /** Creates a pattern and gives it to the COE. Returns false and shows why if it could not be saved. */
  readonly name: (words: string) => Promise<boolean>;
};

/** The two answers to the question, each with an undo of everything it did. */
export function useChoosePattern(): ChoosePattern {
  const draft = useDraft();
  const byId = usePatternsById();
  const add = (id: string): void =>
    draft.change((coe) => ({ ...coe, patternIds: withPattern(coe.patternIds, id, byId) }), { location: 'header' });
  return {
    choose: ({ id, words, coes }) => {
      add(id);
      const revert = draft.createRevert();
      const times = coes.filter((coeId) => coeId !== draft.id).length + 1;
      const pattern = byId.get(id);
      const isBack = pattern !== undefined && pattern.retiredOn !== null;
      if (isBack) void changePattern(pattern, { ...pattern, retiredOn: null });
      showToast(`“${words}”: ${isBack ? 'it is back, for ' : ''}the ${ordinal(times)} time.`, () => {
        revert();
        if (isBack) void retireAgain(pattern);
      });
    },
    name: async (words) => {
      const library = currentLibrary();
      const created = await createPattern(words);
      if (!created.ok) {
        showFailure(created.error, 'The pattern was not saved');
        return false;
      }
      const { id } = created.value;
      add(id);
      const revert = draft.createRevert();
      showToast(`The pattern “${created.value.words}” is in your library.`, () => {
        revert();
        void invokeIn(library, 'patterns:remove', { id });
      });
      return true;
    },
  };
}

const retireAgain = (pattern: Pattern): Promise<unknown> => changePattern({ ...pattern, retiredOn: null }, pattern);

import { useCallback } from 'react';

import { useDraft } from '../../draft/draft-context.ts';
import { registerPendingEditor } from '../../draft/pending-edits.ts';
import type { OnTyping } from '../../ui/use-typing.ts';

/** Keeps what is typed in a date or time field in the journal until it is set, so that it survives a crash. */
export function useTypedEntry(): OnTyping {
  const draft = useDraft();
  return useCallback(
    (set) => {
      // The field sets it itself, when it is left.
      const end = registerPendingEditor({ flush: () => undefined, peek: set });
      draft.noteKeystroke();
      return () => {
        end();
        draft.noteKeystroke();
      };
    },
    [draft],
  );
}

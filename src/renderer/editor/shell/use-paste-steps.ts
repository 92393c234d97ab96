import { useEffect } from 'react';

import { useDraft } from '../../draft/draft-context.ts';

/** Makes each paste a step of its own to undo, apart from what is typed before and after it without a pause. */
export function usePasteSteps(): void {
  const draft = useDraft();
  useEffect(() => {
    // The prose takes in what is pasted in a microtask, and a field in an event of its own.
    const onPasted = (): void => queueMicrotask(draft.endStep);
    const onInput = (event: Event): void => {
      if (event instanceof InputEvent && event.inputType === 'insertFromPaste') draft.endStep();
    };
    window.addEventListener('paste', draft.endStep, true);
    window.addEventListener('paste', onPasted);
    window.addEventListener('input', onInput);
    return () => {
      window.removeEventListener('paste', draft.endStep, true);
      window.removeEventListener('paste', onPasted);
      window.removeEventListener('input', onInput);
    };
  }, [draft]);
}

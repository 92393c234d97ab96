import { useEffect, useState } from 'react';

import type { Draft } from '../../draft/draft-state.ts';
import { openDraft } from '../../draft/open-drafts.ts';
import { showFailure } from '../../ui/show-failure.ts';

/**
 * The draft of a COE for a dialog; null until it is open. If it cannot be opened, the person is told `failure` and why,
 * and `onClose` is called.
 */
export function useOpenedDraft(coeId: string, failure: string, onClose: () => void): Draft | null {
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void openDraft(coeId).then((opened) => {
      if (!isCurrent) return;
      if (opened.ok) setDraft(opened.value);
      else {
        showFailure(opened.error, failure);
        onClose();
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [coeId, failure, onClose]);
  return draft;
}

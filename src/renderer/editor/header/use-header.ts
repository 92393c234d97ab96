import { useCallback } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import type { StatusId } from '#domain/coe/vocabulary.ts';
import { changeStatus } from '#domain/lifecycle/change-status.ts';

import { useDraft } from '../../draft/draft-context.ts';

/** Changes fields of the header. With a `key`, typing without a pause is one undo step. */
export function useHeaderEdit(): (change: Partial<Coe>, key?: string) => void {
  const draft = useDraft();
  return useCallback(
    (change, key) =>
      draft.change(
        (coe) => ({ ...coe, ...change }),
        key === undefined ? { location: 'header' } : { location: 'header', key: `header.${key}` },
      ),
    [draft],
  );
}

/** Sets the status that a person chose, as one undo step. Does nothing while something blocks it. */
export function useChangeStatus(): (to: StatusId) => void {
  const draft = useDraft();
  return useCallback(
    (to) =>
      draft.change(
        (coe) => {
          const changed = changeStatus(coe, to, new Date().toISOString());
          return changed.ok ? changed.value : coe;
        },
        { location: 'header' },
      ),
    [draft],
  );
}

import { useCallback } from 'react';

import type { Coe } from '#domain/coe/coe.ts';

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

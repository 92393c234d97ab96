import { useEffect } from 'react';

import { useDraft } from '../../draft/draft-context.ts';
import { takeNamesFrom } from '../../platform/names-in-use.ts';

/** Lets the spell check know the names in the COE. Shows nothing. */
export function NamesInUse(): null {
  const draft = useDraft();
  useEffect(() => takeNamesFrom(() => draft.store.getState().coe), [draft]);
  return null;
}

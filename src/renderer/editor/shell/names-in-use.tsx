import { useEffect } from 'react';

import { useCoe } from '../../draft/draft-context.ts';
import { setNamesInUse } from '../../platform/names-in-use.ts';

/** Tells the spell check the names in the title and among the owners of the actions. Shows nothing. */
export function NamesInUse(): null {
  const texts = useCoe(({ title, sections }) =>
    [title, ...sections.actions.items.map(({ owner }) => owner)].join('\n'),
  );
  useEffect(() => {
    setNamesInUse([texts]);
    return () => setNamesInUse([]);
  }, [texts]);
  return null;
}

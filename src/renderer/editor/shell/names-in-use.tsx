import { useEffect } from 'react';

import type { Coe } from '#domain/coe/coe.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { setNamesInUse } from '../../platform/names-in-use.ts';

/** Tells the spell check the names in the title and among the owners of the actions. Shows nothing. */
export function NamesInUse(): null {
  const draft = useDraft();
  // Not as a selected value, because then every letter of the title would draw this too.
  useEffect(() => {
    const tell = ({ title, sections }: Coe): void =>
      setNamesInUse([title, ...sections.actions.items.map(({ owner }) => owner)]);
    let { coe } = draft.store.getState();
    tell(coe);
    const stop = draft.store.subscribe((state) => {
      const before = coe;
      ({ coe } = state);
      if (coe.title !== before.title || coe.sections.actions !== before.sections.actions) tell(coe);
    });
    return () => {
      stop();
      setNamesInUse([]);
    };
  }, [draft]);
  return null;
}

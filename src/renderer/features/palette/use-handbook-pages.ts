import { useEffect, useState } from 'react';

import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';

let loaded: readonly HandbookPage[] = [];

/** The pages of the handbook. Empty until they are loaded, which happens on first use. */
export function useHandbookPages(): readonly HandbookPage[] {
  const [pages, setPages] = useState(loaded);
  useEffect(() => {
    if (loaded.length > 0) return;
    void import('#domain/guide/handbook/pages.ts').then(({ HANDBOOK_PAGES }) => {
      loaded = HANDBOOK_PAGES;
      setPages(loaded);
    });
  }, []);
  return pages;
}

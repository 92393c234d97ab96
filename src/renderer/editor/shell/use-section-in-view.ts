import { type RefObject, useEffect, useState } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';

/** The section with the cursor, or else the one at the top of the page. `isWatching` turns the listeners on. */
export function useSectionInView(
  page: RefObject<HTMLElement | null>,
  isWatching: boolean,
  sections: readonly SectionId[],
): SectionId {
  const first = sections[0] ?? 'context';
  const [inView, setInView] = useState<SectionId>(first);
  useEffect(() => {
    const container = page.current;
    if (container === null || !isWatching) return undefined;
    let frame = 0;
    const update = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const top = container.getBoundingClientRect().top + 120;
        const shown = [...container.querySelectorAll<HTMLElement>('[data-section]')];
        const here = shown.findLast((section) => section.getBoundingClientRect().top <= top) ?? shown[0];
        setInView((here?.dataset['section'] as SectionId | undefined) ?? first);
      });
    };
    const focus = (event: FocusEvent): void => {
      const section = (event.target as HTMLElement).closest<HTMLElement>('[data-section]');
      if (section !== null) setInView(section.dataset['section'] as SectionId);
    };
    container.addEventListener('scroll', update, { passive: true });
    container.addEventListener('focusin', focus);
    return () => {
      cancelAnimationFrame(frame);
      container.removeEventListener('scroll', update);
      container.removeEventListener('focusin', focus);
    };
  }, [page, isWatching, first]);
  return sections.includes(inView) ? inView : first;
}

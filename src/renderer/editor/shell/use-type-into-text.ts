import { useEffect } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { isCharacter } from '../../draft/type-ahead.ts';
import { focusText } from '../fields/focus-text.ts';

/**
 * Sends a character typed while a heading, or nothing, has the focus to the text: of the section of the heading, or
 * else of `active`. Space keeps scrolling.
 */
export function useTypeIntoText(active: SectionId): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !isCharacter(event) || event.key === ' ') return;
      const section = sectionFor(event.target, active);
      // The browser types the character where the focus is when this listener returns.
      if (section !== null) focusText(section);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
}

function sectionFor(target: EventTarget | null, active: SectionId): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  const heading = target.closest('h2');
  const isNowhere = target === document.body || target.matches('main, [data-scroll]');
  // Looks through the whole page, which a letter in a field does not need.
  if ((heading === null && !isNowhere) || document.querySelector('[role="dialog"]') !== null) return null;
  return heading === null
    ? document.querySelector<HTMLElement>(`#section-${active}`)
    : heading.closest<HTMLElement>('[data-section]');
}

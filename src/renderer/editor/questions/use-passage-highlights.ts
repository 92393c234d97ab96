import { useEffect, useMemo } from 'react';

import { isOpen } from '#domain/coaching/threads.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { rangeOfPassage } from './find-passage.ts';
import type { Question } from './use-questions.ts';

/** The name of the highlight, as in questions.module.css. */
const HIGHLIGHT = 'question';

/**
 * Highlights the passages of open questions in the prose. The highlight is neither in the text nor in the editor's
 * state, so no edit can remove a question with it.
 */
export function usePassageHighlights(questions: readonly Question[]): void {
  const placed = useMemo(
    () => questions.filter(({ thread, place }) => isOpen(thread) && place.passage?.is !== 'not-placed'),
    [questions],
  );
  const coe = useCoe((whole) => (placed.length === 0 ? null : whole));
  useEffect(() => {
    if (coe === null) return undefined;
    const mark = (): void => {
      const ranges = placed.flatMap(({ place }) => rangeOfPassage(place, coe) ?? []);
      CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    };
    let frame = requestAnimationFrame(mark);
    const page = document.querySelector('[data-editor]');
    // Sections come onto the page and their text is drawn after the COE changes.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    });
    if (page !== null) observer.observe(page, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete(HIGHLIGHT);
    };
  }, [placed, coe]);
}

import { useEffect, useRef, useState } from 'react';

import type { Advice } from '#domain/advice/advice.ts';
import { adviseOn } from '#domain/advice/advise-on.ts';
import type { JudgedSentences } from '#domain/advice/wording/find-wording.ts';
import { type ReadinessItem, readinessOf } from '#domain/advice/readiness.ts';
import type { Coe } from '#domain/coe/coe.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { afterPaint } from '../../platform/after-paint.ts';
import { useSettings } from '../../platform/settings.ts';
import { useZone } from '../../platform/today.ts';
import { createSentenceJudging } from './sentence-judging.ts';

/** The pause in typing after which the checks run, in milliseconds, so that they never delay a keystroke. */
const PAUSE_MS = 400;

/** The results of the checks. */
export type CheckResults = { readonly advice: readonly Advice[]; readonly ready: readonly ReadinessItem[] };

/**
 * Checks the COE once it is drawn, so that opening it does not wait for the checks, and after each pause in typing; null
 * until the first check. Sentences are judged once the COE has changed. Advice on a row appears when the
 * focus leaves the row. While `isRead` returns true the list only shrinks, so that nothing moves under the pointer of a
 * person who reads it.
 */
export function useAdvice(isRead: () => boolean): CheckResults | null {
  const draft = useDraft();
  const { adviceOff: off } = useSettings();
  const zone = useZone();
  const check = (coe: Coe, judged: JudgedSentences): CheckResults => ({
    advice: adviseOn(coe, { zone, off, judged }),
    ready: readinessOf(coe),
  });
  const [checked, setResults] = useState<CheckResults | null>(null);
  const latest = useRef({ check, isRead, off });
  useEffect(() => {
    latest.current = { check, isRead, off };
  });
  const runAgain = useRef<() => void>(() => undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Vectors take time: a COE that is only read gets none.
    let isChanged = false;
    const judging = createSentenceJudging(() => schedule());
    // An undo shows its advice at once, wherever the pointer is.
    const run = (isUndo = false): void => {
      const { coe } = draft.store.getState();
      const now = latest.current.check(coe, judging.judged);
      if (isChanged) judging.ask(coe, latest.current.off);
      setResults((before) => {
        if (isUndo || before === null) return now;
        if (latest.current.isRead()) return { ...now, advice: withoutAdditions(before.advice, now.advice) };
        const row = rowInHand();
        if (row === null) return now;
        const known = new Set(before.advice.map(({ key }) => key));
        return { ...now, advice: now.advice.filter((each) => known.has(each.key) || !isBeingTyped(each, row)) };
      });
      if (latest.current.isRead()) schedule(PAUSE_MS * 5);
    };
    const schedule = (milliseconds = PAUSE_MS): void => {
      clearTimeout(timer);
      timer = setTimeout(() => run(), milliseconds);
    };
    const onFocusOut = (): void => schedule();
    // Prose reaches the draft in batches: while typing goes on there, it is no pause.
    const stopKeystrokes = draft.onKeystroke(() => {
      isChanged = true;
      schedule();
    });
    let before = draft.store.getState();
    const stop = draft.store.subscribe((state) => {
      isChanged ||= state.coe !== before.coe;
      if (state.undoTarget !== before.undoTarget) run(true);
      else if (state.coe !== before.coe) schedule();
      before = state;
    });
    document.addEventListener('focusout', onFocusOut);
    const cancelFirst = afterPaint(() => {
      runAgain.current = run;
      run();
    });
    return () => {
      cancelFirst();
      runAgain.current = () => undefined;
      judging.stop();
      clearTimeout(timer);
      document.removeEventListener('focusout', onFocusOut);
      stopKeystrokes();
      stop();
    };
  }, [draft]);
  // Another zone, or other rules that are off, show at once.
  useEffect(() => runAgain.current(), [zone, off]);
  return checked;
}

/** The row that has the focus; null when none has. */
const rowInHand = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

/**
 * Whether advice is about a row that is being typed, which is not finished yet: about the row itself, words in it, or
 * how many rows its section has.
 */
function isBeingTyped({ rowId, words, section, place }: Advice, row: HTMLElement): boolean {
  if (rowId !== null) return rowId === row.dataset['row'];
  if (words === null)
    return place === null && row.closest<HTMLElement>('[data-section]')?.dataset['section'] === section;
  return [...row.querySelectorAll('textarea')].some(({ value }) => value.includes(words));
}

function withoutAdditions(shown: readonly Advice[], now: readonly Advice[]): readonly Advice[] {
  const byKey = new Map(now.map((advice) => [advice.key, advice]));
  return shown.flatMap(({ key }) => byKey.get(key) ?? []);
}

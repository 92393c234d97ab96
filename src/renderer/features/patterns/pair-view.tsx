import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';

import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { plainText } from '#domain/text/plain-text.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import type { LikelyPair, PairAnswer, PairedCoe } from '#ipc/similar.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { usePatternsState } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import cardStyles from '../../ui/card.module.css';
import { useDateStyle } from '../../ui/date-style.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { PairPattern } from './pair-pattern.tsx';
import styles from './repeats.module.css';

type PairViewProps = {
  pair: LikelyPair;
  /** Counts from 1. */
  number: number;
  onNext: () => void;
  /** Shows this pair again after an undo. */
  onBack: () => void;
};

const DONE: Readonly<Record<Exclude<PairAnswer, 'none'>, string>> = {
  repeat: 'Linked: the same cause again. Both COEs show the link.',
  'not-same': 'This pair is not brought up again.',
};

/** One likely pair, side by side, and the answers to it: each has a button and a key. */
export function PairView({ pair, number, onNext, onBack }: PairViewProps) {
  const { later, earlier, level, reasons } = pair;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { readOnly } = usePatternsState();
  const [isChoosing, setIsChoosing] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // The answer to the pair before was given at its end.
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const answer = async (said: Exclude<PairAnswer, 'none'>): Promise<void> => {
    if (isSaving || readOnly) return;
    setIsSaving(true);
    const library = currentLibrary();
    const ids = { later: later.id, earlier: earlier.id };
    const saved = await invokeIn(library, 'similar:answer-pair', { ...ids, answer: said });
    setIsSaving(false);
    if (!saved.ok) {
      showFailure(saved.error);
      return;
    }
    showToast(DONE[said], () => {
      void invokeIn(library, 'similar:answer-pair', { ...ids, answer: 'none' }).then((undone) => {
        if (undone.ok) onBack();
        else showFailure(undone.error);
      });
    });
    onNext();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && isChoosing) {
      setIsChoosing(false);
      heading.current?.focus();
    } else if (isChoosing || event.target instanceof HTMLInputElement) return;
    else if (event.key.toLowerCase() === 'r') void answer('repeat');
    else if (event.key.toLowerCase() === 'n') void answer('not-same');
    else if (event.key.toLowerCase() === 'p' && !readOnly) setIsChoosing(true);
    else if (event.key.toLowerCase() === 'l') onNext();
    else return;
    event.preventDefault();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for the buttons within
    <section aria-labelledby={headingId} className={`${cardStyles.card} ${styles.pair}`} onKeyDown={onKeyDown}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        Pair {number}: {level === 'very-like' ? 'very alike' : 'perhaps alike'}
      </h2>
      <div className={styles.both}>
        <CoeOfPair coe={earlier} label="Earlier" />
        <CoeOfPair coe={later} label="Later" />
      </div>
      <ul aria-label="Why this pair is shown" className={styles.reasons}>
        {reasons
          .filter(({ about }) => about !== 'family' && about !== 'dismissals')
          .map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
      </ul>
      {isChoosing ? (
        <PairPattern
          pair={pair}
          onDone={onNext}
          onUndone={onBack}
          onCancel={() => {
            setIsChoosing(false);
            heading.current?.focus();
          }}
        />
      ) : (
        <div className={styles.answers}>
          {!readOnly && (
            <>
              <Button aria-keyshortcuts="R" isDisabled={isSaving} onPress={() => void answer('repeat')}>
                <Key>R</Key> Link as a repeat
              </Button>
              <Button aria-keyshortcuts="P" onPress={() => setIsChoosing(true)}>
                <Key>P</Key> Give both a pattern…
              </Button>
              <Button aria-keyshortcuts="N" isDisabled={isSaving} onPress={() => void answer('not-same')}>
                <Key>N</Key> Not the same
              </Button>
            </>
          )}
          <Button look="plain" aria-keyshortcuts="L" onPress={onNext}>
            <Key>L</Key> Decide later
          </Button>
        </div>
      )}
    </section>
  );
}

const Key = ({ children }: { children: ReactNode }) => <kbd aria-hidden>{children}</kbd>;

/** More is one click away, in the COE. */
const MOST_CHARACTERS = 600;

/** The lines of a text, without empty ones between paragraphs. */
const shortened = (text: string): string =>
  plainText(text)
    .trim()
    .replaceAll(/\n\s*\n/g, '\n')
    .slice(0, MOST_CHARACTERS);

/** What one COE of a pair says, shortened. */
function CoeOfPair({ coe, label }: { coe: PairedCoe; label: string }) {
  const dates = useDateStyle();
  const title = coe.title.trim() || 'Untitled';
  const opened = useIpcQuery('coe:open', { id: coe.id }, { staleTime: 0, gcTime: 0 }).data?.coe;
  const parts =
    opened === undefined
      ? []
      : [
          { name: 'What happened', text: opened.summary || opened.sections.context.prose },
          { name: 'Why', text: opened.sections.cause.prose || opened.sections.whys.prose },
          { name: 'Learned', text: opened.sections.learned.lessons.map(({ rule }) => rule).join('\n') },
        ].map(({ name, text }) => ({ name, text: shortened(text) }));
  return (
    <article aria-label={`${label}: ${title}`} className={styles.coe}>
      <p className={styles.about}>
        {label}, {formatMoment(coe.happened, { style: 'short', dates })}, {COE_KIND_LABELS[coe.kind]}
      </p>
      <h3>
        <Link to={`/coes/${coe.id}`}>{title}</Link>
      </h3>
      {parts
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => (
          <div key={name}>
            <h4>{name}</h4>
            <p className={styles.text}>{text}</p>
          </div>
        ))}
    </article>
  );
}

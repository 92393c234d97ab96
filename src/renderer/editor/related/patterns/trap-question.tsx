import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import { patternsOf } from '#domain/patterns/resolve-patterns.ts';
import { quantity } from '#domain/text/format.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { QuestionPlace, RankedPattern } from '#ipc/patterns.ts';

import { useCoe, useDraft } from '../../../draft/draft-context.ts';
import { MAX_OFFERED, PatternChoices } from '../../../entities/pattern/pattern-choices.tsx';
import { usePatternsById } from '../../../platform/patterns.ts';
import { useLibraryState } from '../../../platform/library-state.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { useToday } from '../../../platform/today.ts';
import { Button } from '../../../ui/button.tsx';
import cardStyles from '../../../ui/card.module.css';
import { useDateStyle } from '../../../ui/date-style.ts';
import { NameTrap } from './name-trap.tsx';
import styles from './patterns.module.css';
import { useChoosePattern } from './use-choose-pattern.ts';
import { markAsked, useIsAsked, useRankedPatterns } from './use-trap-question.ts';

type TrapQuestionProps = {
  place: QuestionPlace;
  /** Whether the person asked for it, also if it was answered before. */
  isForced?: boolean;
  /** Called when it was answered or put off. */
  onDone?: () => void;
};

/**
 * "Have you met this trap before?": asked once at each place, below the text and never over it. The first COE of a
 * library has no before, so there it asks for a name. Nothing is shown while there is nothing to ask.
 */
export function TrapQuestion({ place, isForced = false, onDone }: TrapQuestionProps) {
  const isAsked = useIsAsked(place);
  return isAsked || isForced ? <OpenQuestion place={place} isForced={isForced} onDone={onDone} /> : null;
}

function OpenQuestion({
  place,
  isForced,
  onDone,
}: Required<Omit<TrapQuestionProps, 'onDone'>> & Pick<TrapQuestionProps, 'onDone'>) {
  const draft = useDraft();
  const headingId = useId();
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [isNaming, setIsNaming] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const byId = usePatternsById();
  const ids = useCoe((coe) => coe.patternIds);
  const ranked = useRankedPatterns(
    () => card.current?.matches(':hover') === true || card.current?.contains(document.activeElement) === true,
  );
  const { choose, name } = useChoosePattern();
  const own = new Set(patternsOf(ids, byId).map(({ id }) => id));
  const others = (ranked ?? []).filter(({ id }) => !own.has(id));
  const offered = showsAll ? others : others.slice(0, MAX_OFFERED);
  const more = others.length - offered.length;
  const library = useLibraryState();
  // While files are read, more COEs may follow.
  const isFirst = ranked?.length === 0 && library?.status === 'ready' && library.coeCount <= 1;

  const isKnown = ranked !== null;
  useEffect(() => {
    // The person asked for it, or has just pressed the button above which it appears.
    const isExpected = isForced || (place === 'ready' && isFocusBeside(card.current));
    if (!isKnown || !isExpected) return;
    heading.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [isForced, isKnown, place]);

  /** The question goes away; the focus stays near it rather than at the top of the window. */
  const done = (): void => {
    const before = card.current?.previousElementSibling;
    if (card.current?.contains(document.activeElement) === true)
      (before?.querySelector<HTMLElement>('h2') ?? (before as HTMLElement | null))?.focus({ preventScroll: true });
    void markAsked(draft.id, place);
    onDone?.();
  };
  const take = (pattern: RankedPattern | undefined): void => {
    if (pattern === undefined) return;
    choose(pattern);
    done();
  };
  /** Shows the other patterns, too; the focus goes to the first of them. */
  const showAll = (): void => {
    flushSync(() => setShowsAll(true));
    list.current?.querySelectorAll('button')[MAX_OFFERED]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (isNaming) {
        setIsNaming(false);
        heading.current?.focus();
      } else done();
      return;
    }
    if (isTyping) return;
    if (event.key === '0') done();
    else if (event.key.toLowerCase() === 'n') setIsNaming(true);
    else if (event.key.toLowerCase() === 'm' && more > 0) showAll();
    else if (/^[1-5]$/.test(event.key)) take(offered[Number(event.key) - 1]);
    else return;
    event.preventDefault();
  };

  if (ranked === null) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for the buttons within
    <section
      ref={card}
      aria-labelledby={headingId}
      className={`${cardStyles.card} ${styles.question}`}
      data-trap-question
      onKeyDown={onKeyDown}
    >
      <h3 id={headingId} tabIndex={-1} ref={heading}>
        {isFirst ? 'What would you call this trap?' : 'Have you met this trap before?'}
      </h3>
      {offered.length === 0 ? (
        <p>
          {isFirst ? 'Name it in a sentence of your own.' : 'If it feels familiar, name it in a sentence of your own.'}{' '}
          When it comes back, you will recognise it, and Once can ask before the moments that lead to it.
        </p>
      ) : (
        <PatternChoices
          ref={list}
          patterns={offered}
          renderNote={(pattern) => <PatternNote pattern={pattern} />}
          onChoose={take}
        />
      )}
      {isNaming ? (
        <NameTrap
          onCancel={() => {
            setIsNaming(false);
            heading.current?.focus();
          }}
          onName={async (words) => {
            if (await name(words)) done();
          }}
        />
      ) : (
        <div className={styles.answers}>
          <Button aria-keyshortcuts="N" onPress={() => setIsNaming(true)}>
            <Key>N</Key> {offered.length === 0 ? 'Name it' : 'Name a new one'}
          </Button>
          {more > 0 && (
            <Button look="plain" aria-keyshortcuts="M" onPress={showAll}>
              <Key>M</Key> {more === 1 ? 'Show one more' : `Show ${more} more`}
            </Button>
          )}
          <Button look="plain" aria-keyshortcuts="0" onPress={done}>
            <Key>0</Key> Not now
          </Button>
        </div>
      )}
    </section>
  );
}

/** Whether the focus is beside the question rather than in text that is being written. */
const isFocusBeside = (card: HTMLElement | null): boolean =>
  card?.parentElement?.contains(document.activeElement) === true;

const Key = ({ children }: { children: ReactNode }) => <kbd aria-hidden>{children}</kbd>;

/** How often a pattern came up, and when last. */
function PatternNote({ pattern: { id, coes } }: { pattern: RankedPattern }) {
  const dates = useDateStyle();
  const today = useToday();
  const histories = useIpcQuery('patterns:histories', {}).data;
  const history = histories?.find(({ pattern }) => pattern.id === id);
  const last = history?.lastOn ?? null;
  return (
    <>
      {coes.length === 0 ? 'No COE yet' : quantity(coes.length, 'COE')}
      {last !== null && `, last on ${formatDay(last, today, dates)}`}
      {history?.pattern.retiredOn !== null && history !== undefined && ', retired'}
    </>
  );
}

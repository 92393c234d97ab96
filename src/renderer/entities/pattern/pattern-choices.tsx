import type { ReactNode, Ref } from 'react';

import type { RankedPattern } from '#ipc/patterns.ts';

import styles from './pattern-choices.module.css';

/** How many patterns are offered at first. There is a number key for each. */
export const MAX_OFFERED = 5;

type PatternChoicesProps = {
  ref?: Ref<HTMLOListElement>;
  patterns: readonly RankedPattern[];
  isDisabled?: boolean;
  /** What is said about a pattern at the end of its line. */
  renderNote: (pattern: RankedPattern) => ReactNode;
  onChoose: (pattern: RankedPattern) => void;
};

/** Patterns to choose one of. The first have number keys, which the part around the list handles. */
export const PatternChoices = ({ ref, patterns, isDisabled = false, renderNote, onChoose }: PatternChoicesProps) => (
  <ol ref={ref} className={styles.choices}>
    {patterns.map((pattern, index) => (
      <li key={pattern.id}>
        <button
          type="button"
          aria-keyshortcuts={index < MAX_OFFERED ? String(index + 1) : undefined}
          disabled={isDisabled}
          onClick={() => onChoose(pattern)}
        >
          {index < MAX_OFFERED ? <kbd aria-hidden>{index + 1}</kbd> : <span />}
          <span className={styles.words}>{pattern.words}</span>
          <small>{renderNote(pattern)}</small>
        </button>
      </li>
    ))}
  </ol>
);

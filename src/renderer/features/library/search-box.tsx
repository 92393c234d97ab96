import { CircleHelp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

import { usePatternsState } from '../../platform/patterns.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { completePattern, type PatternCompletion } from './complete-pattern.ts';
import styles from './search-box.module.css';

type SearchBoxProps = { value: string; onChange: (text: string) => void };

/** Delay before searching: long enough to skip most keystrokes of a fast typist, too short to notice. */
const REST_MS = 60;

/** Examples in the words of the screen. */
const OPERATORS = [
  ['kind:"missed event"', 'one kind'],
  ['status:draft', 'one status'],
  ['severity:severe', 'one severity'],
  ['condition:"believed without checking"', 'one condition'],
  ['tag:family', 'one tag'],
  ['pattern:calendar', 'a word of its pattern'],
  ['owner:ana', 'the owner of an action'],
  ['author:ana', 'who wrote it'],
  ['title:calendar', 'a word of the title'],
  ['after:2025-06 before:2026', 'when it happened'],
  ['"in these words"', 'the words together'],
  ['-holiday', 'without a word'],
] as const;

/** The search box of the list, which searches while the person types, and completes `pattern:`. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const [{ text: typed, isByPerson }, setTyped] = useState({ text: value, isByPerson: false });
  const echoes = useRef<string[]>([]);
  useEffect(() => {
    // The address follows the typing with a delay and must not put older text back into the box. It also changes
    // without typing: when the person goes back or clears the filters. What was searched for before that may never
    // arrive, because the page skips an address that the next one has replaced.
    const echo = echoes.current.lastIndexOf(value);
    if (echo >= 0) echoes.current.splice(0, echo + 1);
    else {
      echoes.current = [];
      setTyped({ text: value, isByPerson: false });
    }
  }, [value]);
  useEffect(() => {
    if (!isByPerson || (typed === value && echoes.current.length === 0)) return undefined;
    const timer = setTimeout(() => {
      echoes.current.push(typed);
      onChange(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- only typing starts a search
  }, [typed, isByPerson]);
  const listId = useId();
  const { patterns } = usePatternsState();
  const [active, setActive] = useState(-1);
  const completions = completePattern(typed, patterns);
  const chosen = completions[active];
  const type = (text: string): void => {
    setTyped({ text, isByPerson: true });
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (completions.length === 0) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-coe-row] a')?.focus();
      return;
    }
    if (event.key === 'ArrowDown') setActive((active + 1) % completions.length);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? completions.length - 1 : active - 1);
    else if (event.key === 'Enter' && chosen !== undefined) type(chosen.search);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.box}>
      <SearchField
        label="Search COEs"
        id="coe-search"
        value={typed}
        onChange={type}
        placeholder="Search every word of every COE"
        onKeyDown={onKeyDown}
        suggestions={
          completions.length === 0 ? null : { listId, activeId: chosen === undefined ? undefined : listId + chosen.id }
        }
      />
      {completions.length > 0 && (
        <Suggestions
          listId={listId}
          completions={completions}
          chosen={chosen}
          onChoose={({ search }) => type(search)}
        />
      )}
      <Popover
        label="How to search"
        placement="bottom end"
        trigger={
          <IconButton label="How to search">
            <CircleHelp size={16} aria-hidden />
          </IconButton>
        }
      >
        <p>Parts of words are found too, with or without accents. These narrow it down:</p>
        <dl className={styles.operators}>
          {OPERATORS.map(([example, meaning]) => (
            <div key={example}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Popover>
    </div>
  );
}

type SuggestionsProps = {
  listId: string;
  completions: readonly PatternCompletion[];
  chosen: PatternCompletion | undefined;
  onChoose: (completion: PatternCompletion) => void;
};

/** Patterns that complete the search. The focus stays in the field, which names the active one. */
const Suggestions = ({ listId, completions, chosen, onChoose }: SuggestionsProps) => (
  <div id={listId} role="listbox" aria-label="Patterns" className={styles.suggestions}>
    {completions.map((completion) => (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the field
      <div
        key={completion.id}
        id={listId + completion.id}
        role="option"
        aria-selected={completion === chosen}
        tabIndex={-1}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(completion)}
      >
        {completion.words}
      </div>
    ))}
  </div>
);

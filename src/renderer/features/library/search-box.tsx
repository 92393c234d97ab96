import { CircleHelp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchField } from '../../ui/search-field.tsx';
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
  ['title:calendar', 'a word of the title'],
  ['after:2025-06 before:2026', 'when it happened'],
  ['"in these words"', 'the words together'],
  ['-holiday', 'without a word'],
] as const;

/** The search box of the list, which searches while the person types. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const echoes = useRef<string[]>([]);
  useEffect(() => {
    // The address follows the typing with a delay and must not put older text back into the box. It also changes
    // without typing: when the person goes back or clears the filters.
    const echo = echoes.current.indexOf(value);
    if (echo >= 0) echoes.current.splice(0, echo + 1);
    else setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === (echoes.current.at(-1) ?? value)) return undefined;
    const timer = setTimeout(() => {
      echoes.current.push(typed);
      onChange(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- only typing starts a search
  }, [typed]);
  return (
    <div className={styles.box}>
      <SearchField
        label="Search COEs"
        id="coe-search"
        value={typed}
        onChange={setTyped}
        placeholder="Search every word of every COE"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-coe-row] a')?.focus();
          }
        }}
      />
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

import { X } from 'lucide-react';
import { type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';

import { SECTION_IDS, type SectionId } from '#domain/coe/vocabulary.ts';
import { SECTION_HEADINGS } from '#domain/guide/sections.ts';
import { foldPassage } from '#domain/search/fold.ts';
import { highlightSnippet } from '#domain/search/highlight-matches.ts';
import { type SearchFieldName, searchableText } from '#domain/search/searchable-text.ts';
import { quantity } from '#domain/text/format.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { focusProse } from '../../rich-text/place-caret.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MatchedWords } from '../../ui/matched-words.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { goToUnplaced } from '../sections/go-to-unplaced.ts';
import styles from './find-panel.module.css';

type FindPanelProps = {
  /** The section that is read. */
  active: SectionId;
  onGo: (id: SectionId) => void;
  onClose: () => void;
};

/** Searches the open COE, including sections that are not rendered, and links to the matches. */
export function FindPanel({ active, onGo, onClose }: FindPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const before = useFocusBefore(panel);
  const close = (): void => {
    returnFocus(before.current, active);
    onClose();
  };
  const [text, setText] = useState('');
  const words = useDeferredValue(foldPassage(text).trim());
  const coe = useCoe((whole) => whole);
  const hits = useMemo(() => {
    if (words === '') return [];
    return searchableText(coe).flatMap(({ where, passages }) =>
      passages.flatMap((passage, index) => {
        const parts = highlightSnippet(passage, [words], 110);
        return parts === null ? [] : [{ key: `${where}-${index}`, where, parts }];
      }),
    );
  }, [coe, words]);
  return (
    <search ref={panel} className={styles.find} aria-label="Find in this COE">
      <div className={styles.bar}>
        <SearchField
          label="Find in this COE"
          value={text}
          onChange={setText}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text === '') close();
          }}
        />
        <span role="status">{words === '' ? '' : quantity(hits.length, 'match', 'matches')}</span>
        <IconButton label="Close find" onPress={close}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <ul>
        {hits.slice(0, 50).map(({ key, where, parts }) => (
          <li key={key}>
            <button type="button" onClick={() => goTo(where, onGo)}>
              <small>{nameOf(where)}</small>
              <span>
                <MatchedWords parts={parts} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}

/** What last had the focus outside of the panel. */
function useFocusBefore(panel: RefObject<HTMLElement | null>): RefObject<Element | null> {
  // The panel takes the focus when it is on the page, which is after this.
  const [first] = useState(() => document.activeElement);
  const before = useRef(first);
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      if (target instanceof Element && panel.current?.contains(target) !== true) before.current = target;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [panel]);
  return before;
}

/** Focuses what had the focus before, or when that is gone, the heading of the section that is read. */
function returnFocus(before: Element | null, active: SectionId): void {
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
  if (isThere && focusProse(before)) return;
  const target = isThere ? before : document.querySelector<HTMLElement>(`#section-${active} h2`);
  target?.focus({ preventScroll: true });
}

const nameOf = (where: SearchFieldName): string =>
  where === 'unplaced' ? 'Unplaced' : (SECTION_HEADINGS[where as SectionId] ?? 'Header');

function goTo(where: SearchFieldName, onGo: (id: SectionId) => void): void {
  const section = SECTION_IDS.find((id) => id === where);
  if (section !== undefined) onGo(section);
  else if (where === 'unplaced') goToUnplaced();
  else document.querySelector<HTMLElement>('[aria-label="Title"]')?.focus();
}

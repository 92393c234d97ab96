import { Link, useNavigate } from 'react-router';
import { useState } from 'react';

import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';
import { quantity } from '#domain/text/format.ts';

import { MatchedWords } from '../../ui/matched-words.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { findInHandbook, type HandbookHit } from './find-in-handbook.ts';
import styles from './handbook.module.css';
import { PAGE_GROUPS } from './page-groups.ts';

/** The id of the search box, for the shortcut that focuses it. */
export const HANDBOOK_SEARCH_ID = 'handbook-search';

/** All pages in groups, or the pages that match the search. */
export function PageList({ current }: { current: HandbookPage }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const hits = findInHandbook(text);
  const isSearching = text.trim() !== '';
  const [first] = hits;
  return (
    <nav className={styles.pages} aria-label="Handbook pages" data-region>
      <SearchField
        id={HANDBOOK_SEARCH_ID}
        label="Search the handbook"
        placeholder="Search"
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && isSearching && first !== undefined)
            void navigate(`/handbook/${first.page.id}`);
        }}
      />
      <p role="status" className={styles.count}>
        {isSearching && resultText(hits.length)}
      </p>
      {isSearching ? (
        <List hits={hits} current={current} />
      ) : (
        PAGE_GROUPS.map(({ title, has }) => (
          <div key={title}>
            <h2>{title}</h2>
            <List hits={hits.filter(({ page }) => has(page))} current={current} />
          </div>
        ))
      )}
    </nav>
  );
}

const List = ({ hits, current }: { hits: readonly HandbookHit[]; current: HandbookPage }) => (
  <ul>
    {hits.map(({ page, title, excerpt }) => (
      <li key={page.id}>
        <Link to={`/handbook/${page.id}`} aria-current={page === current ? 'page' : undefined}>
          <MatchedWords parts={title} />
          {excerpt !== null && (
            <span className={styles.excerpt}>
              <MatchedWords parts={excerpt} />
            </span>
          )}
        </Link>
      </li>
    ))}
  </ul>
);

const resultText = (count: number): string => (count === 0 ? 'No page matches.' : quantity(count, 'page'));

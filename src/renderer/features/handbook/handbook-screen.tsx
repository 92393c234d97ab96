import { useState } from 'react';
import { Link, NavLink, useParams } from 'react-router';

import { HANDBOOK_PAGES, handbookPage } from '#domain/guide/handbook/pages.ts';

import { MarkdownView } from '../../ui/markdown-view.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { findInHandbook } from './find-in-handbook.ts';
import styles from './handbook.module.css';

/** The help that travels with the app: why COEs, a page for each section, the questions people ask. */
export function HandbookScreen() {
  const { page: asked = '' } = useParams();
  const [text, setText] = useState('');
  const page = handbookPage(asked) ?? HANDBOOK_PAGES[0];
  const found = findInHandbook(text);
  if (page === undefined) return null;
  const place = HANDBOOK_PAGES.indexOf(page);
  const back = HANDBOOK_PAGES[place - 1];
  const next = HANDBOOK_PAGES[place + 1];
  return (
    <div className={styles.handbook}>
      <nav className={styles.pages} aria-label="Handbook pages" data-region>
        <SearchField label="Search the handbook" placeholder="Search" value={text} onChange={setText} />
        <ul>
          {found.map((hit) => (
            <li key={hit.page.id}>
              <NavLink to={`/handbook/${hit.page.id}`} aria-current={hit.page === page ? 'page' : undefined}>
                {hit.page.title}
              </NavLink>
              {hit.excerpt !== null && <p>{hit.excerpt}</p>}
            </li>
          ))}
        </ul>
        {found.length === 0 && <p>No page has these words.</p>}
      </nav>
      <article className={styles.page} key={page.id} data-region tabIndex={-1} aria-label={page.title}>
        <h1>{page.title}</h1>
        <p className={styles.summary}>{page.summary}</p>
        <MarkdownView markdown={page.body} />
        <nav className={styles.steps} aria-label="Next pages">
          {back === undefined ? <span /> : <Link to={`/handbook/${back.id}`}>Back: {back.title}</Link>}
          {next !== undefined && <Link to={`/handbook/${next.id}`}>Next: {next.title}</Link>}
        </nav>
      </article>
    </div>
  );
}

import { type Ref, useLayoutEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';

import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';
import { HANDBOOK_PAGES, handbookPage } from '#domain/guide/handbook/pages.ts';

import { useCommands } from '../../platform/commands.ts';
import { MarkdownView } from '../../ui/markdown-view.tsx';
import styles from './handbook.module.css';
import { PageExample } from './page-example.tsx';
import { HANDBOOK_SEARCH_ID, PageList } from './page-list.tsx';
import { type PagePart, pageParts } from './page-parts.ts';

/** The built-in help: the list of pages and the open page. */
export function HandbookScreen() {
  const { page: asked = '' } = useParams();
  const page = handbookPage(asked) ?? HANDBOOK_PAGES[0];
  useCommands({ 'edit.find': () => document.getElementById(HANDBOOK_SEARCH_ID)?.focus() });
  const article = useRef<HTMLElement>(null);
  const shown = useRef(page);
  // Following a link at the foot of a page removes the focused link. Focus the new page, before anything else takes the
  // focus.
  useLayoutEffect(() => {
    if (shown.current !== page && document.activeElement === document.body) article.current?.focus();
    shown.current = page;
  }, [page]);
  if (page === undefined) return null;
  return (
    <div className={styles.handbook}>
      <PageList current={page} />
      <Page key={page.id} page={page} ref={article} />
    </div>
  );
}

/** One page, scrolled to its top. */
function Page({ page, ref }: { page: HandbookPage; ref: Ref<HTMLElement> }) {
  const index = HANDBOOK_PAGES.indexOf(page);
  return (
    <article ref={ref} className={styles.page} data-region tabIndex={-1} aria-label={page.title}>
      <h1>{page.title}</h1>
      <p className={styles.summary}>{page.summary}</p>
      <div className={styles.body}>{pageParts(page.body).map(renderPart)}</div>
      <nav className={styles.steps} aria-label="Previous and next page">
        <Step word="Previous" to={HANDBOOK_PAGES[index - 1]} />
        <Step word="Next" to={HANDBOOK_PAGES[index + 1]} />
      </nav>
    </article>
  );
}

const renderPart = (part: PagePart, key: number) =>
  part.is === 'text' ? (
    <MarkdownView key={key} markdown={part.markdown} showAddresses />
  ) : (
    <PageExample key={key} example={part} />
  );

const Step = ({ word, to }: { word: string; to: HandbookPage | undefined }) =>
  to === undefined ? (
    <span />
  ) : (
    <Link to={`/handbook/${to.id}`}>
      <span className={styles.stepWord}>{word}</span> {to.title}
    </Link>
  );

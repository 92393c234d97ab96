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

/** The help that travels with the app: why COEs, a page for each section, the questions people ask. */
export function HandbookScreen() {
  const { page: asked = '' } = useParams();
  const page = handbookPage(asked) ?? HANDBOOK_PAGES[0];
  useCommands({ 'edit.find': () => document.getElementById(HANDBOOK_SEARCH_ID)?.focus() });
  const article = useRef<HTMLElement>(null);
  const shown = useRef(page);
  // A link at the foot of the page before went away with it. Whoever followed it reads on from here; before anything else
  // takes the focus, which nothing has at this moment.
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

/** One page, from its top. */
function Page({ page, ref }: { page: HandbookPage; ref: Ref<HTMLElement> }) {
  const place = HANDBOOK_PAGES.indexOf(page);
  return (
    <article ref={ref} className={styles.page} data-region tabIndex={-1} aria-label={page.title}>
      <h1>{page.title}</h1>
      <p className={styles.summary}>{page.summary}</p>
      <div className={styles.body}>{pageParts(page.body).map(drawPart)}</div>
      <nav className={styles.steps} aria-label="Previous and next page">
        <Step word="Previous" to={HANDBOOK_PAGES[place - 1]} />
        <Step word="Next" to={HANDBOOK_PAGES[place + 1]} />
      </nav>
    </article>
  );
}

const drawPart = (part: PagePart, key: number) =>
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

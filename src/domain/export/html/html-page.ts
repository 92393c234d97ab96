import type { CoeDocument } from '../document/document.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlOfDocument } from './html-of-document.ts';
import { PAGE_STYLE } from './page-style.ts';

/** The content security policy inside an exported file: nothing is loaded and nothing runs. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * What replaces or joins the usual head of a page: its style sheet, its policy (null for none), and further elements.
 */
export type PageHead = { readonly style: string; readonly policy: string | null; readonly head: string };

const FILE_HEAD: PageHead = { style: PAGE_STYLE, policy: FILE_POLICY, head: '' };

/**
 * Documents as one HTML file that needs nothing else: without scripts, and readable in any browser. Several documents
 * have a table of contents.
 */
export const htmlPage = (documents: readonly CoeDocument[], head: PageHead = FILE_HEAD): string =>
  [...htmlPageParts(documents, head)].join('\n');

/** The same page in parts, one for each document, so that the caller can pause between them. */
export function* htmlPageParts(
  documents: readonly CoeDocument[],
  { style, policy, head }: PageHead = FILE_HEAD,
): Generator<string> {
  const title = documents.length === 1 ? (documents[0]?.title ?? '') : `${documents.length} COEs`;
  yield [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    ...(policy === null ? [] : [`<meta http-equiv="Content-Security-Policy" content="${policy}">`]),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    head,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...(documents.length > 1 ? [contents(documents)] : []),
    '<main>',
  ].join('\n');
  for (const [index, document] of documents.entries()) yield htmlOfDocument(document, anchor(index));
  yield '</main>\n</body>\n</html>\n';
}

const anchor = (index: number): string => `coe-${index + 1}`;

const contents = (documents: readonly CoeDocument[]): string =>
  [
    '<nav aria-labelledby="contents">',
    '<h1 id="contents">Contents</h1>',
    '<ol>',
    ...documents.map(
      ({ title, kind }, index) =>
        `<li><a href="#${anchor(index)}">${escapeHtml(title)}</a> <span>${escapeHtml(kind)}</span></li>`,
    ),
    '</ol>',
    '</nav>',
  ].join('\n');

import type { CoeDocument } from '../document/document.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlOfDocument } from './html-of-document.ts';
import { PAGE_STYLE } from './page-style.ts';

/** The content security policy inside an exported file: nothing is loaded and nothing runs. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * Documents as one HTML file that needs nothing else: without scripts, and readable in any browser. Several documents
 * have a table of contents. `style` replaces the style sheet.
 */
export function htmlPage(documents: readonly CoeDocument[], style: string = PAGE_STYLE): string {
  return [...htmlPageParts(documents, style)].join('\n');
}

/** The same page in parts, one for each document, so that the caller can pause between them. */
export function* htmlPageParts(documents: readonly CoeDocument[], style: string = PAGE_STYLE): Generator<string> {
  const title = documents.length === 1 ? (documents[0]?.title ?? '') : `${documents.length} COEs`;
  yield [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${FILE_POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
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

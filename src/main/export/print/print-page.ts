import type { CoeDocument } from '#domain/export/document/document.ts';
import { cssString, escapeHtml } from '#domain/export/html/escape-html.ts';
import { htmlPage } from '#domain/export/html/html-page.ts';
import { PAGE_STYLE } from '#domain/export/html/page-style.ts';
import type { Paper } from '#domain/export/paper.ts';

import { fontsFor, type PrintFont } from './print-fonts.ts';

/** A page to print. `style` is the style sheet in it, which the content security policy names by its hash. */
export type PrintPage = { readonly html: string; readonly style: string; readonly title: string };

/** Longer titles are cut at the foot of the page, which has one line. */
const LONGEST_TITLE = 90;

/** Documents as a page to print on a size of paper, with the app's fonts and, at the foot of every page, its number. */
export function printPage(documents: readonly CoeDocument[], paper: Paper): PrintPage {
  const title = documents.length === 1 ? (documents[0]?.title ?? '') : `${documents.length} COEs`;
  const fonts = fontsFor(JSON.stringify(documents));
  const style = [...fonts.map(fontFace), PAGE_STYLE, paperStyle(paper, title)].join('\n');
  return { html: htmlPage(documents, { style, policy: null, head: fonts.map(preload).join('\n') }), style, title };
}

/**
 * The foot of a page as HTML, for a Chromium that cannot draw it from the style sheet (before version 131). It has the
 * system's fonts: Chromium does not wait for others there.
 */
export const footTemplate = (title: string): string =>
  `<div style="display:flex;justify-content:space-between;width:100%;padding:0 18mm 4mm;font:7.5pt Inter,'Segoe UI','DejaVu Sans',sans-serif;color:#57514a"><span>${escapeHtml(
    shortTitle(title),
  )}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;

const fontFace = ({ family, weight, style, file, range }: PrintFont): string =>
  `@font-face { font-family: '${family}'; font-style: ${style}; font-weight: ${weight}; src: url('fonts/${file}') format('woff2'); unicode-range: ${range}; }`;

// The page counts as loaded only when these are, so nothing is printed before its fonts are there.
const preload = ({ file }: PrintFont): string =>
  `<link rel="preload" as="font" type="font/woff2" crossorigin href="fonts/${file}">`;

const paperStyle = (paper: Paper, title: string): string => `
@page {
  size: ${paper === 'a4' ? 'A4' : 'Letter'};
  @bottom-left { content: ${cssString(shortTitle(title))}; font: 7.5pt 'Inter', sans-serif; color: #57514a; }
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font: 7.5pt 'Inter', sans-serif; color: #57514a; }
}`;

function shortTitle(title: string): string {
  const characters = [...title];
  return characters.length <= LONGEST_TITLE
    ? title
    : `${characters
        .slice(0, LONGEST_TITLE - 1)
        .join('')
        .trimEnd()}…`;
}

import type { Coe } from '../coe/coe.ts';
import { documentOf, type DocumentOptions } from './document/document-of.ts';
import { htmlOfDocument } from './html/html-of-document.ts';

/**
 * A COE, filtered already, as HTML for the clipboard: headings, paragraphs, lists, tables and links without classes,
 * sizes or fonts, which wikis, documents and mail programs take over in their own look.
 */
export const richTextOf = (coe: Coe, options: DocumentOptions): string =>
  htmlOfDocument(documentOf(coe, options), 'coe')
    .replaceAll(/<\/?(?:article|header|section|colgroup)\b[^>]*>|<col [^>]*>/gu, '')
    // Lists of terms are lost in most programs.
    .replaceAll(/<(\/?)dl\b[^>]*>/gu, '<$1ul>')
    .replaceAll('<div><dt>', '<li><strong>')
    .replaceAll('</dt><dd>', ':</strong> ')
    .replaceAll('</dd></div>', '</li>')
    .replaceAll(/<[a-z][^>]*>/gu, (tag) => tag.replaceAll(/ (?:class|id|rel|align|width)="[^"]*"/gu, ''))
    .replaceAll(/\n{2,}/gu, '\n')
    .trim();

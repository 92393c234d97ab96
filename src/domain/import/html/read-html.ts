import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Heading, RootContent } from 'mdast';

import { quantity } from '../../text/format.ts';
import { takeEmbeddedFiles, withEmbeddedFiles } from '../embedded-files.ts';
import type { FileReading, ImportedReport, ImportOptions, SourceFile, SourceFormatId } from '../imported-report.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import { isSectionName } from '../place-sections.ts';
import { printMarkdown } from '../print-markdown.ts';
import { filterHtml } from './filter-html.ts';

/** The Markdown of a page, and sentences about what was left out. */
export type HtmlText = { readonly markdown: string; readonly doubts: readonly string[] };

/** Reads a page of HTML like a report in Markdown; null when its name says that it is something else. Never throws. */
export function readHtml(file: SourceFile, options: ImportOptions): FileReading | null {
  if (!/\.(?:html?|xhtml)$/i.test(file.path) && !/^\s*(?:<!doctype html|<html[\s>])/i.test(file.content.slice(0, 500)))
    return null;
  return readPage(file, 'html', options);
}

/** Reads HTML, whatever its name, as a report of a format. Never throws. */
export function readPage(
  file: SourceFile,
  format: SourceFormatId,
  options: ImportOptions,
  others: readonly string[] = [],
): FileReading {
  try {
    const { text, files } = takeEmbeddedFiles(file.content);
    const { markdown, doubts } = htmlText(text);
    if (markdown === '') return { is: 'skipped', reason: 'This file has no text.' };
    const path = `${file.path.replace(/\.[^./]*$/, '')}.md`;
    const reading = readMarkdown({ path, content: markdown }, options);
    if (reading === null) return { is: 'skipped', reason: 'This does not look like a report.' };
    if (reading.is !== 'reports') return reading;
    const reports = reading.reports.map((report, index): ImportedReport => ({
      ...report,
      source: { ...report.source, format, path: index === 0 ? file.path : `${file.path}#${index + 1}` },
      // The lines are those of the Markdown, which nobody sees.
      doubts: [
        ...(index === 0 ? [...others, ...doubts] : []),
        ...report.doubts.map((doubt) => doubt.replace(/^Line \d+: /, '')),
      ],
    }));
    return withEmbeddedFiles({ is: 'reports', reports }, files);
  } catch (error) {
    if (error instanceof RangeError) return { is: 'refused', reason: TOO_DEEP };
    throw error;
  }
}

const TOO_DEEP = 'The page is nested too deeply to be read.';
/** A parser of HTML needs time that grows with the square of the depth. */
const DEEPEST = 1000;
/** Elements without an end, or whose end may be left out. */
const ENDLESS =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|thead|tbody|tfoot|option|optgroup|colgroup|html|head|body)$/;

/** How deeply elements are nested, counted from their tags. */
function nestingOf(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,30})/g)) {
    if (ENDLESS.test(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * The text of a page of HTML as Markdown of our dialect. Nothing runs and nothing is fetched. Throws a RangeError when
 * the page is nested too deeply.
 */
export function htmlText(html: string): HtmlText {
  if (nestingOf(html) > DEEPEST) throw new RangeError(TOO_DEEP);
  const { tree, title, leftOut, remotePictures } = filterHtml(fromHtml(html) as Root);
  const root = toMdast(tree, { newlines: false });
  const blocks = root.type === 'root' ? root.children : [];
  const parts = [...leftOut].map(([what, count]) => quantity(count, what));
  const doubts = parts.length === 0 ? [] : [`Left out: ${parts.join(', ')}.`];
  const named = remotePictures
    .slice(0, 20)
    .map((address) => `The picture at ${address.slice(0, 300)} was not fetched.`);
  return { markdown: printMarkdown(withTitle(blocks, title)), doubts: [...doubts, ...named] };
}

/** Gives a page one heading of the first level: the one it has, or its title. */
function withTitle(blocks: readonly RootContent[], title: string): RootContent[] {
  const tops = blocks.filter((block): block is Heading => block.type === 'heading' && block.depth === 1);
  const first = blocks.find((block) => block.type === 'heading');
  if (tops.length === 1 && tops[0] === first) return [...blocks];
  // A page whose sections are all of the first level begins with its title, if that comes first.
  const isTitleFirst =
    tops.length > 1 &&
    blocks[0] === tops[0] &&
    !isSectionName(
      printMarkdown(tops[0]?.children.length === 0 ? [] : [{ type: 'paragraph', children: tops[0]?.children ?? [] }]),
    );
  const lower = (block: RootContent): RootContent =>
    block.type === 'heading' ? { ...block, depth: Math.min(6, block.depth + 1) as Heading['depth'] } : block;
  if (isTitleFirst) return [blocks[0] as Heading, ...blocks.slice(1).map(lower)];
  if (title === '') return [...blocks];
  const heading: Heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] };
  return [heading, ...(tops.length > 0 ? blocks.map(lower) : blocks)];
}

import { isSectionName } from '../place-sections.ts';
import type { Part } from './outline.ts';

const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?|mdx|mdwn|rmd|qmd)(?:\.[a-z0-9]{1,8})*$/i;
const TEXT = /\.(?:txt|text)$/i;
const ENDING = /\.[a-z][a-z0-9]{0,7}$/i;
const NO_REPORT =
  /^(?:contributing|code[-_ ]of[-_ ]conduct|changelog|changes|licen[cs]e|security|summary|_index|_sidebar|_navbar|_footer|toc|table[-_ ]of[-_ ]contents|maintainers|authors|codeowners|pull_request_template|issue_template|copying|notice|governance|support)$/i;
const INDEX = /^(?:readme|index|home|about|overview)$/i;
const TEMPLATE = /(?:^|[^a-z])(?:template|templates|skeleton|boilerplate|archetypes?)(?:[^a-z]|$)/i;
const TEMPLATE_TITLE =
  /\btemplate\b|^(?:incident|postmortem|post-mortem|report)? ?(?:title|name)(?: here)?$|^\W*title\W*$/i;
const PLACEHOLDER =
  /\b(?:YYYY|yyyy)[-/]|\bHH:MM\b|\[(?:insert|your|name|date|title|describe)[^\]]*\](?!\()|<(?:insert|your|name|date|title|describe|incident)[^>]*>|\{\{ ?[a-z_ ]+ ?\}\}|\bLorem ipsum\b/gi;
const LINK_ITEM = /^\s*(?:[-*+]|\d+[.)]|\|)\s*.*\]\([^)]+\)/;

/** Whether a file may hold a report in Markdown, by its name: `sure` by its ending, `maybe` without one. */
export function looksLikeMarkdown(path: string): 'sure' | 'maybe' | 'no' {
  const name = baseName(path);
  if (MARKDOWN.test(name)) return 'sure';
  return TEXT.test(name) || !ENDING.test(name) ? 'maybe' : 'no';
}

/** The name of a file without its folder and its endings. */
export const bareName = (path: string): string => baseName(path).replace(MARKDOWN, '').replace(TEXT, '');

/** The name of the folder that a file is in; empty at the top. */
export const folderName = (path: string): string => path.split('/').at(-2) ?? '';

/** Whether a file is the page of its folder, so that the folder's name says more than its own. */
export const isFolderPage = (path: string): boolean => INDEX.test(bareName(path));

/** Why a file is no report; null when it may be one. `hasPosts`: it has updates of a status page or messages of a chat. */
export function skipReason(
  path: string,
  title: string,
  parts: readonly Part[],
  text: string,
  hasPosts: boolean,
): string | null {
  const name = bareName(path);
  const names = parts.filter(
    (part) => (part.is === 'heading' && isSectionName(part.text)) || (part.is === 'key' && isSectionName(part.key)),
  ).length;
  if (text.trim() === '') return 'The file is empty.';
  if (TEMPLATE.test(name) || TEMPLATE.test(folderName(path)) || TEMPLATE_TITLE.test(title))
    return 'This is a template.';
  if (NO_REPORT.test(name)) return 'This describes the folder. It is not a report.';
  const placeholders = new Set(text.match(PLACEHOLDER) ?? []).size;
  if (placeholders >= 3 && !/\b(?:19|20)\d{2}-\d{2}-\d{2}\b/.test(text)) return 'This is a template.';
  if (INDEX.test(name) && names < 2) return 'This describes the folder. It is not a report.';
  if (isIndex(text, names)) return 'This is a list of reports, not a report.';
  if (looksLikeMarkdown(path) === 'maybe' && names === 0 && !hasPosts) return 'This does not look like a report.';
  return null;
}

/** Whether most lines are links. */
function isIndex(text: string, sectionNames: number): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(?:#|\|?\s*:?-{3})/.test(line));
  const links = lines.filter((line) => LINK_ITEM.test(line) && /\]\((?!https?:)[^)]+\)/.test(line));
  return sectionNames === 0 && links.length >= 3 && links.length >= lines.length * 0.6;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

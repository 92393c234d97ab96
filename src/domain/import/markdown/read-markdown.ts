import type { FileReading, ImportOptions, SourceFile } from '../imported-report.ts';
import { takeEmbeddedFiles, withEmbeddedFiles } from '../embedded-files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { outline, type Part } from './outline.ts';
import { buildReport } from './build-report.ts';
import { looksLikeMarkdown, skipReason } from './skip-reason.ts';
import { withPostedTexts } from './posted-texts.ts';
import { splitPage, splitReports } from './split-reports.ts';
import { titleOf } from './title.ts';

/** Reads a file of Markdown; null when its name says that it is something else. Never throws. */
export function readMarkdown(file: SourceFile, options: ImportOptions): FileReading | null {
  if (looksLikeMarkdown(file.path) === 'no') return null;
  try {
    const { text, files } = takeEmbeddedFiles(file.content);
    return withEmbeddedFiles(readText({ path: file.path, content: text }, options), files);
  } catch (error) {
    // Text that is nested thousands of levels deep exhausts the stack of any parser.
    if (error instanceof RangeError) return { is: 'refused', reason: 'The text is nested too deeply to be read.' };
    throw error;
  }
}

function readText(file: SourceFile, options: ImportOptions): FileReading {
  const text = file.content.replaceAll(/\r\n?/g, '\n');
  const frontMatter = splitFrontMatter(text);
  const posted = withPostedTexts(frontMatter.body, options.splitReports);
  const parts = outline(posted.text, frontMatter.bodyLine);
  const { title } = titleOf(parts, frontMatter.data, file.path);
  const reason = skipReason(file.path, title, parts, text, posted.hasPosts);
  if (reason !== null) return { is: 'skipped', reason };
  const ofPage = splitPage(parts, posted.incidents, frontMatter.bodyLine);
  const split = ofPage ?? (options.splitReports ? splitReports(parts) : null);
  const chunks: readonly (readonly Part[])[] = split?.reports ?? [parts];
  const reports = chunks.map((chunk, index) =>
    buildReport({
      path: index === 0 ? file.path : `${file.path}#${index + 1}`,
      frontMatter: index === 0 ? frontMatter : { ...frontMatter, data: null, text: '', problem: null },
      parts: chunk,
      others: index === 0 ? (split?.others ?? []) : [],
      doubts:
        index > 0
          ? []
          : posted.withoutTitle.map(
              (line) => `Line ${line + frontMatter.bodyLine}: no title tells which incident these updates belong to.`,
            ),
      posted: ofPage === null ? null : (posted.incidents[index] ?? null),
      body: posted.text,
      options,
    }),
  );
  return { is: 'reports', reports };
}

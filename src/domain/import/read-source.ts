import { readOnce } from './once/read-once.ts';
import { readCsv } from './csv/read-csv.ts';
import { readHtml } from './html/read-html.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import type { FileReading, ImportOptions, SourceFile } from './imported-report.ts';

/** Reads one kind of file; null when a file is not its kind. Never throws. */
type Reader = (file: SourceFile, options: ImportOptions) => FileReading | null;

/** The readers of text, in the order they are asked: a journal may look like plain Markdown. */
const READERS: readonly Reader[] = [readOnce, readCsv, readHtml, readMarkdown];

/** Reads one text file in whatever format it has. A file that no reader knows is skipped. */
export function readSource(file: SourceFile, options: ImportOptions): FileReading {
  for (const read of READERS) {
    const reading = read(file, options);
    if (reading !== null) return reading;
  }
  return { is: 'skipped', reason: 'This is not a kind of file that Once imports.' };
}

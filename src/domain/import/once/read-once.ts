import { attachmentAddress, attachmentNamesIn } from '../../attachments/attachment-name.ts';
import type { Coe } from '../../coe/coe.ts';
import type { FileFault } from '../../file/file-fault.ts';
import { readCoe } from '../../file/read-coe.ts';
import { type FileReading, importedCoe, type SourceFile, type SourceFormatId } from '../imported-report.ts';
import { isOnceMarkdown, readOnceMarkdown, splitFrontMatter } from '../once-markdown/read-once-markdown.ts';
import { type PatternFault, readPattern } from '../../patterns/pattern.ts';
import { countWords } from '../word-bag.ts';

/** Stands for the id of a COE in Markdown from which somebody removed it. */
const NO_ID = '00000000000000000000000000';

/** Whether a JSON file says that it is a pattern. Its beginning is enough. */
export const isPatternFile = (json: string): boolean => /"format"\s*:\s*"once-pattern"/.test(json);

/** Reads a file of Once itself: a COE as JSON, its Markdown, or a pattern. Null when a file is none of them. */
export function readOnce({ path, content }: SourceFile): FileReading | null {
  if (/\.json$/i.test(path) && isPatternFile(content)) {
    const pattern = readPattern(content, null);
    if (pattern.ok) return { is: 'pattern', pattern: pattern.value };
    return { is: 'refused', reason: patternRefusal(pattern.error) };
  }
  if (/\.json$/i.test(path) && /"format"\s*:\s*"once-coe"/.test(content)) {
    const coe = readCoe(content);
    return coe.ok ? readingOf(coe.value, { path, content, format: 'once-json', raw: {} }) : refusalOf(coe.error);
  }
  if (!/^\s*---/.test(content) || !/^once\s*:/m.test(content) || !isOnceMarkdown(splitFrontMatter(content)))
    return null;
  const read = readOnceMarkdown(content, { id: NO_ID, now: '1970-01-01T00:00:00.000Z' });
  if (!read.ok) return refusalOf(read.error);
  return readingOf(read.value.coe, { path, content, format: 'once-markdown', raw: read.value.otherKeys });
}

function readingOf(
  coe: Coe,
  {
    path,
    content,
    format,
    raw,
  }: { path: string; content: string; format: SourceFormatId; raw: Record<string, unknown> },
): FileReading {
  const unplaced = countWords(coe.unplaced);
  return {
    is: 'reports',
    reports: [
      {
        coe: importedCoe(coe),
        source: { path, format, id: coe.id === NO_ID ? '' : coe.id, analysed: coe.source?.analysed ?? true, raw },
        createdAt: coe.id === NO_ID ? null : coe.createdAt,
        words: { placed: Math.max(0, countWords(content) - unplaced), unplaced },
        timelineRows: coe.sections.timeline.entries.length,
        actions: coe.sections.actions.items.length,
        doubts: [],
        headings: [],
        attachments: attachmentNamesIn(JSON.stringify(coe)).map((name) => ({ path: attachmentAddress(name), alt: '' })),
        zoneAsked: false,
      },
    ],
  };
}

const patternRefusal = ({ reason }: PatternFault): string =>
  reason === 'newer-version'
    ? 'This pattern was written by a newer version of Once.'
    : 'This pattern of Once is damaged and cannot be read.';

function refusalOf(fault: FileFault): FileReading {
  const reason =
    fault.reason === 'newer-version'
      ? 'This COE was written by a newer version of Once.'
      : 'This COE of Once is damaged and cannot be read.';
  return { is: 'refused', reason };
}

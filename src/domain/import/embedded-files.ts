import type { FileReading, ReportAttachment } from './imported-report.ts';

/** The types that become attachments, with the endings of their names. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'application/pdf': 'pdf',
};

/** The beginning of a `data:` address. */
const BEGINNING = /data:([a-z]{1,20}\/[a-z0-9.+-]{1,60})(?:;[a-z]{1,20}=[\w.-]{1,60}){0,3};base64,/gi;
const NOT_BASE64 = /[^a-z0-9+/]/gi;

/** A text whose embedded files have paths instead, and the files as base64 by these paths. */
export type WithoutEmbedded = { readonly text: string; readonly files: ReadonlyMap<string, string> };

/**
 * Takes pictures and documents out of the `data:` addresses of a text, as Google Docs and other programs embed them. The
 * same file twice has one path. Addresses of any other type stay as they are.
 */
export function takeEmbeddedFiles(text: string): WithoutEmbedded {
  const paths = new Map<string, string>();
  const parts: string[] = [];
  let taken = 0;
  for (const { 0: beginning, 1: type = '', index } of text.matchAll(BEGINNING)) {
    const ending = ENDINGS[type.toLowerCase()];
    const start = index + beginning.length;
    const end = endOfBase64(text, start);
    if (ending === undefined || end === start) continue;
    const base64 = text.slice(start, end);
    const path = paths.get(base64) ?? `embedded/file-${paths.size + 1}.${ending}`;
    paths.set(base64, path);
    parts.push(text.slice(taken, index), path);
    taken = end;
  }
  parts.push(text.slice(taken));
  return { text: parts.join(''), files: new Map([...paths].map(([base64, path]) => [path, base64])) };
}

/**
 * Where the base64 that starts here ends, with its padding; the start itself if there is none. One pattern for the whole
 * address would remember each of its millions of characters, until V8 runs out of space for that and throws.
 */
function endOfBase64(text: string, start: number): number {
  NOT_BASE64.lastIndex = start;
  let end = NOT_BASE64.exec(text)?.index ?? text.length;
  if (end === start) return start;
  for (let padding = 0; padding < 2 && text[end] === '='; padding += 1) end += 1;
  return end;
}

/** A reading in which the attachments with these paths have their content. */
export function withEmbeddedFiles(reading: FileReading, files: ReadonlyMap<string, string>): FileReading {
  if (reading.is !== 'reports' || files.size === 0) return reading;
  const filled = (attachment: ReportAttachment): ReportAttachment => {
    const base64 = files.get(attachment.path);
    return base64 === undefined ? attachment : { ...attachment, base64 };
  };
  return {
    is: 'reports',
    reports: reading.reports.map((report) => ({ ...report, attachments: report.attachments.map(filled) })),
  };
}

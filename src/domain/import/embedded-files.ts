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

const DATA_ADDRESS =
  /data:([a-z]{1,20}\/[a-z0-9.+-]{1,60})(?:;[a-z]{1,20}=[\w.-]{1,60}){0,3};base64,([a-z0-9+/]{1,}={0,2})/gi;

/** A text whose embedded files have paths instead, and the files as base64 by these paths. */
export type WithoutEmbedded = { readonly text: string; readonly files: ReadonlyMap<string, string> };

/**
 * Takes pictures and documents out of the `data:` addresses of a text, as Google Docs and other programs embed them. The
 * same file twice has one path. Addresses of any other type stay as they are.
 */
export function takeEmbeddedFiles(text: string): WithoutEmbedded {
  const paths = new Map<string, string>();
  const replaced = text.replaceAll(DATA_ADDRESS, (whole, type: string, base64: string) => {
    const ending = ENDINGS[type.toLowerCase()];
    if (ending === undefined) return whole;
    const path = paths.get(base64) ?? `embedded/file-${paths.size + 1}.${ending}`;
    paths.set(base64, path);
    return path;
  });
  return { text: replaced, files: new Map([...paths].map(([base64, path]) => [path, base64])) };
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

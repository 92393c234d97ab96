import { buffer } from 'node:stream/consumers';

import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

import type { ArchiveFile, EntryReading } from '#domain/import/archive-reading.ts';
import type { ImportedReport, ImportOptions } from '#domain/import/imported-report.ts';

/** Options of an import in which nobody chose anything. */
export const NO_CHOICES: ImportOptions = {
  zone: null,
  zoneFallback: 'Europe/Berlin',
  dateOrder: 'day-first',
  headings: new Map(),
  kind: null,
  splitReports: true,
};

/** A zip with these files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream);
}

/** The files of a zip as a reader gets them. */
export async function filesOf(zip: Buffer): Promise<ArchiveFile[]> {
  const files: ArchiveFile[] = [];
  const opened = await fromBufferPromise(zip);
  for await (const entry of opened.eachEntry()) {
    const content = await buffer(await opened.openReadStreamPromise(entry));
    files.push({
      path: entry.fileName,
      text: /\.(?:json|md|txt|html|csv)$/.test(entry.fileName) ? `${content}` : null,
    });
  }
  return files;
}

/** The only report at a path. Throws with the reason when there is none. */
export function reportAt(readings: readonly EntryReading[], path: string): ImportedReport {
  const reading = readings.find((one) => one.path === path)?.reading;
  const report = reading?.is === 'reports' ? reading.reports[0] : undefined;
  if (report === undefined) throw new Error(`No report at ${path}: ${JSON.stringify(reading)}`);
  return report;
}

/** The reasons why entries and files gave no report, by path. */
export const reasonsOf = (readings: readonly EntryReading[]): Record<string, string> =>
  Object.fromEntries(
    readings.flatMap(({ path, reading }) => ('reason' in reading ? [[path, `${reading.is}: ${reading.reason}`]] : [])),
  );

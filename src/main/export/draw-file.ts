import { setImmediate as pause } from 'node:timers/promises';

import { PICTURE_TYPES, pictureTypeOf } from '#domain/attachments/picture-type.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { documentOf, type DocumentOptions } from '#domain/export/document/document-of.ts';
import type { CoeDocument } from '#domain/export/document/document.ts';
import { picturesIn, withPictures } from '#domain/export/document/with-pictures.ts';
import { htmlPageParts } from '#domain/export/html/html-page.ts';
import type { Paper } from '#domain/export/paper.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { type PrintPage, printPage } from './print/print-page.ts';

/** The formats that COEs are drawn in for people to read. */
export type DrawnFormat = 'html' | 'pdf' | 'docx';

/** How to draw COEs. `zone` applies to times without one; HTML has no paper. */
export type DrawOptions = Pick<DocumentOptions, 'zone' | 'dates' | 'hasStatus'> & {
  readonly paper: Paper;
  /** The content of an attachment; null if it is missing. Without it, every picture counts as missing. */
  readonly readAttachment?: (name: string) => Promise<Uint8Array | null>;
};

/** Turns a page into a PDF: a window of the app, or an Electron that the command line starts. */
export type ToPdf = (page: PrintPage) => Promise<Result<Uint8Array, AppError>>;

/**
 * COEs, filtered already, as the bytes of one file. Pauses between COEs, so that a large library does not stop
 * everything else. Only a PDF can fail.
 */
export async function drawFile(
  format: DrawnFormat,
  coes: readonly Coe[],
  options: DrawOptions,
  toPdf: ToPdf,
): Promise<Result<Uint8Array, AppError>> {
  switch (format) {
    case 'html':
      return ok(Buffer.from(await join(htmlPageParts(await documentsOf(coes, options)))));
    case 'pdf':
      return toPdf(await pageToPrint(coes, options));
    case 'docx': {
      // Loaded when it is needed: it would slow down every start.
      const { docxFile } = await import('./docx/docx-file.ts');
      return ok(await docxFile(await documentsOf(coes, options), options.paper));
    }
  }
}

/** COEs, filtered already, as a page to print. */
export const pageToPrint = async (coes: readonly Coe[], options: DrawOptions): Promise<PrintPage> =>
  printPage(await documentsOf(coes, options), options.paper);

async function documentsOf(coes: readonly Coe[], options: DrawOptions): Promise<CoeDocument[]> {
  const documents: CoeDocument[] = [];
  for (const coe of coes) {
    const document = documentOf(coe, { ...options, others: coes });
    documents.push(withPictures(document, await readPictures(picturesIn(document), options)));
    await pause();
  }
  return documents;
}

/** The pictures by name, as data URLs. Files that are not the pictures that their names say are left out. */
async function readPictures(names: readonly string[], { readAttachment }: DrawOptions): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  for (const name of names) {
    const bytes = (await readAttachment?.(name)) ?? null;
    const type = bytes === null ? null : pictureTypeOf(bytes);
    if (bytes === null || type === null) continue;
    pictures.set(name, `data:${PICTURE_TYPES[type]};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return pictures;
}

async function join(parts: Iterable<string>): Promise<string> {
  const joined: string[] = [];
  for (const part of parts) {
    joined.push(part);
    await pause();
  }
  return joined.join('\n');
}

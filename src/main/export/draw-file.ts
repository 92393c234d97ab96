import { setImmediate as pause } from 'node:timers/promises';

import type { Coe } from '#domain/coe/coe.ts';
import { documentOf, type DocumentOptions } from '#domain/export/document/document-of.ts';
import type { CoeDocument } from '#domain/export/document/document.ts';
import { htmlPageParts } from '#domain/export/html/html-page.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

/** The formats that COEs are drawn in for people to read. */
export type DrawnFormat = 'html';

/** How to draw COEs. `zone` applies to times without one. */
export type DrawOptions = Pick<DocumentOptions, 'zone' | 'dates'>;

/**
 * COEs, filtered already, as the bytes of one file. Pauses between COEs, so that a large library does not stop
 * everything else.
 */
export async function drawFile(
  format: DrawnFormat,
  coes: readonly Coe[],
  options: DrawOptions,
): Promise<Result<Uint8Array, AppError>> {
  const documents = await documentsOf(coes, options);
  switch (format) {
    case 'html':
      return ok(Buffer.from(await join(htmlPageParts(documents))));
  }
}

async function documentsOf(coes: readonly Coe[], options: DrawOptions): Promise<CoeDocument[]> {
  const documents: CoeDocument[] = [];
  for (const coe of coes) {
    documents.push(documentOf(coe, { ...options, others: coes }));
    await pause();
  }
  return documents;
}

async function join(parts: Iterable<string>): Promise<string> {
  const joined: string[] = [];
  for (const part of parts) {
    joined.push(part);
    await pause();
  }
  return joined.join('\n');
}

import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { coeOfCopy } from '#domain/sharing/coe-of-copy.ts';
import type { CopyBody } from '#domain/sharing/share-file.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { COPY_DOCUMENT_IDS } from '#ipc/sharing.ts';
import { drawFile, type DrawOptions, type ToPdf } from '#main/export/draw-file.ts';

/** The formats of a copy for a reader without Once. */
export type DocumentFormatId = (typeof COPY_DOCUMENT_IDS)[number];

/** Stands for the id of the COE, which never leaves. */
const NO_ID = '00000000000000000000000000';

/** Draws what is in a copy, and nothing else, for a reader without Once. */
export async function drawCopy(
  format: DocumentFormatId,
  body: CopyBody,
  options: Omit<DrawOptions, 'readAttachment'>,
  toPdf: ToPdf,
): Promise<Result<Uint8Array, AppError>> {
  const coe = coeOfCopy(body, NO_ID);
  if (coe === null) return fail({ kind: 'sharing', fault: 'damaged' });
  if (format === 'markdown') return ok(Buffer.from(writeMarkdown(coe)));
  const pictures = new Map(body.attachments.map(({ name, base64 }) => [name, Buffer.from(base64, 'base64')]));
  const hasStatus = Object.hasOwn(body.coe, 'status');
  const readAttachment = async (name: string): Promise<Uint8Array | null> => pictures.get(name) ?? null;
  return drawFile(format, [coe], { ...options, hasStatus, readAttachment }, toPdf);
}

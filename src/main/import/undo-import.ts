import { type Clock, instantFrom } from '#domain/clock.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ImportUndo } from '#ipc/imports.ts';
import type { ImportStore } from '#main/library/library-api.ts';

import type { KeptReceipt, ReceiptStore } from './receipt-store.ts';

const ANNOUNCED_AT_ONCE = 200;

/**
 * Takes an import back: COEs that it added are deleted, and those that it replaced get their bytes back. COEs that were
 * edited since stay as they are, and those that a person deleted stay deleted. Attachments and
 * patterns that it added are deleted if nothing else uses them. Fails with `not-found` for an import that is unknown or was taken back already.
 */
export async function undoImport(
  batch: string,
  target: ImportStore,
  receipts: ReceiptStore,
  clock: Clock,
): Promise<Result<ImportUndo, AppError>> {
  const kept = await receipts.read(batch);
  if (kept === null || kept.receipt.undone !== null) return fail({ kind: 'not-found' });
  const undo: ImportUndo = { removed: 0, restored: 0, attachments: 0, patterns: 0, kept: [] };
  let changed: string[] = [];
  const lost = await unrecordedCoes(kept, target);
  undo.kept.push(...lost.edited);
  for (const { id, revision, before } of [...kept.written, ...lost.written].toReversed()) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a full disk stops at the first
    const done = await (before === null
      ? target.remove(id, revision)
      : target.putBack(id, revision, Buffer.from(before, 'base64')));
    if (!done.ok && done.error.kind !== 'unreadable') {
      target.announce(changed);
      return done;
    }
    const isThere = done.ok && done.value ? true : (await target.read(id)) !== null;
    if (!done.ok || !done.value) undo.kept.push(...(isThere ? [id] : []));
    else if (before === null) undo.removed += 1;
    else undo.restored += 1;
    changed.push(id);
    if (changed.length < ANNOUNCED_AT_ONCE) continue;
    target.announce(changed);
    changed = [];
  }
  target.announce(changed);
  const unused = await target.removeUnusedAttachments(kept.attachments);
  if (!unused.ok) return unused;
  undo.attachments = unused.value;
  const patterns = await target.removeUnusedPatterns(kept.patterns);
  if (!patterns.ok) return patterns;
  undo.patterns = patterns.value;
  const undone = { at: instantFrom(clock), kept: undo.kept.length };
  const saved = await receipts.saveUndone({ ...kept.receipt, undone });
  return saved.ok ? ok(undo) : saved;
}

/**
 * The COEs of an import that Once did not finish, which its receipt does not name: those that its log names and that
 * are as the import wrote them. `edited` are those that were changed since.
 */
async function unrecordedCoes(
  { receipt, written, unfinished }: KeptReceipt,
  target: ImportStore,
): Promise<{ written: KeptReceipt['written'][number][]; edited: string[] }> {
  const found: { written: KeptReceipt['written'][number][]; edited: string[] } = { written: [], edited: [] };
  if (unfinished === null) return found;
  const recorded = new Set(written.map(({ id }) => id));
  for (const [id, before] of unfinished.coes) {
    if (recorded.has(id)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other bounds the memory
    const read = await target.read(id);
    if (read === null || read.coe.source?.batch !== receipt.batch) continue;
    // The import saves a COE with the same instant twice; every later save sets another one.
    if (read.coe.updatedAt === read.coe.source.importedAt) found.written.push({ id, revision: read.revision, before });
    else found.edited.push(id);
  }
  return found;
}

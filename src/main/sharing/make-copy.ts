import { leavingAttachment } from '#domain/attachments/leaving-attachment.ts';
import { attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import { type AudienceId, isLetOut } from '#domain/coe/audience.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { attachmentPart, labelsOf } from '#domain/coe/label-of.ts';
import type { CoachingEvent } from '#domain/coaching/event.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { MAX_SHARED_BASE64 } from '#domain/sharing/attachment-room.ts';
import { type CopiedAttachment, copyBody } from '#domain/sharing/copy-body.ts';
import type { CopyTimesId } from '#domain/sharing/copy-times.ts';
import { eventsThatGo } from '#domain/sharing/events-that-go.ts';
import { type NameDecision, nameReplacer } from '#domain/sharing/name-replacer.ts';
import type { ShareFault } from '#domain/sharing/share-fault.ts';
import type { CopyBody, Person } from '#domain/sharing/share-file.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

import type { SharingIdentity } from './identity.ts';
import { readShareFile, sealShare } from './seal-share.ts';
import { hiddenAttachment, hiddenId, newShare, sentEvents, type Share } from './share-record.ts';

/** What the writer chose in the dialog or on the command line. `to` is null for anyone who has the file. */
export type ShareChoice = {
  readonly to: Person | null;
  readonly audience: AudienceId;
  readonly times: CopyTimesId;
  readonly names: readonly NameDecision[];
  readonly asks: string;
  readonly notForRatings: boolean;
  readonly deleteAfter: CalendarDate | null;
};

/** What making a copy needs from the library and from the person. */
export type CopySources = {
  readonly identity: SharingIdentity;
  readonly on: CalendarDate;
  /** The shares of the COE so far. */
  readonly shares: readonly Share[];
  readonly patterns: readonly { readonly id: string; readonly words: string }[];
  readonly readAttachment: (name: string) => Promise<Uint8Array | null>;
  /** The thread of a share so far, as it was written. It goes along. */
  readonly threadOf: (share: Share) => Promise<readonly CoachingEvent[]>;
};

/** A finished copy: the bytes to save, what is in them as it was read back, and the share with this copy in it. */
export type FinishedCopy = { readonly bytes: Uint8Array; readonly body: CopyBody; readonly share: Share };

/**
 * Makes the next copy of a COE for a reader, and reads it back. Fails with `too-large`, and with `damaged` when it does
 * not read back as it was made.
 */
export async function makeCopy(
  coe: Coe,
  choice: ShareChoice,
  sources: CopySources,
): Promise<Result<FinishedCopy, ShareFault>> {
  const share = shareFor(choice, sources.shares);
  const thread = eventsThatGo(await sources.threadOf(share), {
    writer: sources.identity.person.key,
    sent: sentEvents(share),
    replace: nameReplacer(choice.names).replace,
  });
  const body = copyBody(coe, {
    ...choice,
    on: sources.on,
    thread,
    patterns: sources.patterns,
    attachments: await attachmentsOf(coe, choice.audience, share, sources.readAttachment),
    hideId: (id) => hiddenId(share, id),
  });
  const seq = (share.last?.seq ?? 0) + 1;
  const unsigned = { kind: 'copy', share: share.share, seq, previous: share.last?.hash ?? null, body } as const;
  const sealed = sealShare(unsigned, sources.identity, choice.to);
  if (!sealed.ok) return sealed;
  const { bytes, hash } = sealed.value;
  const read = readShareFile(bytes, sources.identity, []);
  if (!read.ok || read.value.file.kind !== 'copy' || read.value.file.hash !== hash) return fail('damaged');
  const finished = read.value.file.body;
  const sent = { seq, on: sources.on, hash, body: { ...finished, attachments: [] } };
  const { audience, times, names, asks } = choice;
  return ok({
    bytes,
    body: finished,
    share: {
      ...share,
      audience,
      times,
      names: [...names],
      asks,
      copies: [...share.copies, sent],
      last: { seq, hash },
    },
  });
}

/** The file that asks the reader's app to remove every copy of a share, and the share as it is then. */
export function withdraw(
  share: Share,
  identity: SharingIdentity,
  on: CalendarDate,
): Result<{ readonly bytes: Uint8Array; readonly share: Share }, ShareFault> {
  const seq = (share.last?.seq ?? 0) + 1;
  const previous = share.last?.hash ?? null;
  const sealed = sealShare({ kind: 'withdrawal', share: share.share, seq, previous, body: { on } }, identity, share.to);
  if (!sealed.ok) return sealed;
  const { bytes, hash } = sealed.value;
  return ok({ bytes, share: { ...share, last: { seq, hash }, withdrawnOn: on } });
}

/**
 * The share of a COE with a reader; a new one when there is none yet. A share that was withdrawn has ended: the reader's
 * app refuses further copies of it.
 */
export const shareFor = ({ to, audience, times }: ShareChoice, shares: readonly Share[]): Share =>
  shares.find((share) => share.to?.key === to?.key && share.withdrawnOn === null) ?? newShare({ to, audience, times });

/** The pictures and files that the labels let out, as far as there is room. */
async function attachmentsOf(
  coe: Coe,
  audience: AudienceId,
  share: Share,
  read: CopySources['readAttachment'],
): Promise<Map<string, CopiedAttachment>> {
  const labelOf = labelsOf(coe);
  const attachments = new Map<string, CopiedAttachment>();
  let room = MAX_SHARED_BASE64;
  for (const name of attachmentNamesIn(JSON.stringify(coe.sections) + coe.summary)) {
    if (!isLetOut(labelOf(attachmentPart(name)), audience)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each may have several megabytes
    const bytes = await read(name);
    const leaving = bytes === null ? null : leavingAttachment(name, bytes);
    if (leaving === null) continue;
    const base64 = Buffer.from(leaving).toString('base64');
    if (base64.length > room) continue;
    room -= base64.length;
    attachments.set(name, { name: hiddenAttachment(share, name), base64 });
  }
  return attachments;
}

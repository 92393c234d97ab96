import type { CoachingEvent } from '#domain/coaching/event.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import type { CopyBody } from '#domain/sharing/share-file.ts';
import { generateSharingIdentity, type SharingIdentity } from '#main/sharing/identity.ts';
import { makeCopy } from '#main/sharing/make-copy.ts';
import { readShareFile, sealShare } from '#main/sharing/seal-share.ts';
import { type RecordPaths, readShares, writeShare } from '#main/sharing/share-record.ts';

/** A COE shared with a coach as the app does it: what the coach reads, and how the coach replies. */
export type SharedCoe = {
  readonly writer: SharingIdentity;
  readonly coach: SharingIdentity;
  readonly share: string;
  /** The number of the copy. */
  readonly seq: number;
  readonly body: CopyBody;
  /** The bytes of a reply with all events of the coach so far. */
  readonly reply: (thread: readonly CoachingEvent[], from?: SharingIdentity) => Uint8Array;
};

/** Shares a COE and records it in its library. `isForAnyone`: without the coach's card. */
export async function shareCoe(
  paths: RecordPaths,
  coe: Coe,
  {
    writer = generateSharingIdentity('Anna'),
    names = [],
    isForAnyone = false,
  }: { writer?: SharingIdentity; names?: readonly NameDecision[]; isForAnyone?: boolean } = {},
): Promise<SharedCoe> {
  const coach = generateSharingIdentity('M.');
  const shares = await readShares(paths, coe.id);
  const made = await makeCopy(
    coe,
    {
      to: isForAnyone ? null : coach.person,
      audience: 'coaching',
      times: 'day',
      names: [...names],
      asks: '',
      notForRatings: true,
      deleteAfter: null,
    },
    {
      identity: writer,
      on: '2026-05-12',
      shares: shares.ok ? shares.value : [],
      patterns: [],
      readAttachment: async () => null,
      threadOf: async () => [],
    },
  );
  if (!made.ok) throw new Error(made.error);
  await writeShare(paths, coe.id, made.value.share);
  const read = readShareFile(made.value.bytes, coach, [writer.person]);
  if (!read.ok || read.value.file.kind !== 'copy') throw new Error('the coach cannot read the copy');
  const { share, seq, body } = read.value.file;
  let sent = 0;
  return {
    writer,
    coach,
    share,
    seq,
    body,
    reply: (thread, from = coach) => {
      sent += 1;
      const sealed = sealShare(
        { kind: 'reply', share, seq: sent, previous: null, body: { seen: seq, thread: [...thread] } },
        from,
        writer.person,
      );
      if (!sealed.ok) throw new Error(sealed.error);
      return sealed.value.bytes;
    },
  };
}

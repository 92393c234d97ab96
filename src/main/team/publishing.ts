import { createHmac, randomBytes } from 'node:crypto';
import path from 'node:path';

import { attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import type { AttachmentOfCopy } from '#domain/attachments/copy-address.ts';
import { leavingAttachment } from '#domain/attachments/leaving-attachment.ts';
import type { Clock } from '#domain/clock.ts';
import { isLetOut } from '#domain/coe/audience.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { attachmentPart, labelsOf } from '#domain/coe/label-of.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { MAX_PUBLISHED_BYTES } from '#domain/sharing/attachment-room.ts';
import type { CopiedAttachment } from '#domain/sharing/copy-body.ts';
import { publishedCoe } from '#domain/sharing/published-coe.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Published } from '#ipc/publishing.ts';
import { attachmentNameFor, writeAttachmentFile } from '#main/coe-files/attachment-files.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { moveToTrash } from '#main/coe-files/trash.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError } from '#main/disk/disk-error.ts';
import { exists } from '#main/disk/move-file.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';

import { explainLibraryProblem } from './explain-library-problem.ts';
import { type PublishedRecord, readPublished, writePublished } from './published-record.ts';
import { PLAIN } from './team-failure.ts';

type PublishingHandlers = Pick<Handlers, Extract<Channel, `publishing:${string}`>>;

/** What publishing needs. */
export type PublishingDeps = {
  /** The folder in the app's data where team libraries keep their records. */
  readonly folder: string;
  readonly library: () => Library | null;
  /** The team libraries on this computer. */
  readonly teams: () => Promise<readonly { readonly folder: string; readonly name: string }[]>;
  /** Whether the files of a library are encrypted; nothing is published there, since it would be plain text. */
  readonly isEncrypted: (folder: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly newId: () => string;
};

/** The handlers, and what reads a picture or file of the copy that was made last; null for any other. */
export type Publishing = {
  readonly handlers: PublishingHandlers;
  readonly readCopied: (attachment: AttachmentOfCopy) => Promise<Uint8Array | null>;
};

/**
 * Publishes COEs of the open library to team libraries. A published COE is a file in the folder of the team library,
 * which its next exchange sends; the team library need not be open.
 */
export function startPublishing(deps: PublishingDeps): Publishing {
  const { library, clock, zone, newId } = deps;
  const record = path.join(deps.folder, 'published.json');
  let shown: {
    readonly copy: string;
    readonly library: string;
    readonly from: string;
    readonly coe: Coe;
    readonly attachments: readonly CopiedAttachment[];
  } | null = null;
  const isOpen = (handle: string): boolean => {
    const open = library();
    return open !== null && handleOf(open.folder) === handle;
  };
  const handlers: PublishingHandlers = {
    'publishing:preview': async ({ coe, times, names }) => {
      const open = library();
      if (open === null) return fail({ kind: 'library-loading' });
      // A new key each time, so that nobody can tell that two published COEs have a row in common.
      const key = randomBytes(32);
      const hideId = (id: string): string => createHmac('sha256', key).update(id).digest('hex').slice(0, 20);
      const on = calendarDateAt(clock(), zone());
      const attachments = await attachmentsOf(coe, open);
      const made = publishedCoe(coe, { times, names, on, hideId, attachments }, newId(), clock);
      if (made === null) return fail({ kind: 'sharing', fault: 'damaged' });
      const copy = randomBytes(16).toString('hex');
      shown = { copy, library: handleOf(open.folder), from: coe.id, coe: made.coe, attachments: made.attachments };
      return ok({ copy, coe: made.coe, attachments: made.attachments.map(({ name }) => name), left: made.left });
    },
    'publishing:publish': async ({ library: handle, copy, to }) => {
      if (!isOpen(handle) || (shown !== null && shown.library !== handle)) return fail({ kind: 'library-switched' });
      const team = (await deps.teams()).find(({ folder }) => handleOf(folder) === to);
      if (shown?.copy !== copy || team === undefined) return fail({ kind: 'not-found' });
      const usable = await checkTeamFolder(team, deps.isEncrypted);
      if (!usable.ok) return usable;
      const { coe, from, attachments } = shown;
      const paths = libraryPathsOf(team.folder);
      const { coes } = paths;
      const on = calendarDateAt(clock(), zone());
      const entry: PublishedRecord = {
        library: handle,
        coeId: from,
        to,
        name: team.name,
        published: coe.id,
        on,
        takenBackOn: null,
        isPending: true,
      };
      // The record comes first: without it, the COE could not be taken back. An earlier attempt may have left one.
      const before = await readPublished(record);
      if (!before.ok) return before;
      const others = before.value.filter((each) => each.published !== coe.id || each.to !== to);
      const recorded = await writePublished(record, [...others, entry]);
      if (!recorded.ok) return recorded;
      // The text comes last, so that nobody gets it without its pictures.
      for (const { name, base64 } of attachments) {
        // oxlint-disable-next-line no-await-in-loop -- one at a time: each may have several megabytes
        const kept = await writeAttachmentFile(paths, Buffer.from(base64, 'base64'), name);
        if (!kept.ok) return fail(placeProblem(kept.error, team.name));
      }
      const file = path.join(coes, coeFileName(coe.id));
      const written = await replaceFile(file, Buffer.from(writeCoe(coe)), async () => ok(!(await exists(file))));
      if (!written.ok) return fail(placeProblem(written.error, team.name));
      // Should this fail, the file that is there says that it was published.
      await writePublished(record, [...others, { ...entry, isPending: false }]);
      shown = null;
      return ok(shownAs(entry, true));
    },
    'publishing:list': async ({ coeId }) => {
      const open = library();
      if (open === null) return fail({ kind: 'library-loading' });
      const handle = handleOf(open.folder);
      const records = await readPublished(record);
      if (!records.ok) return records;
      const mine = records.value.filter((each) => each.library === handle && each.coeId === coeId);
      const teams = await deps.teams();
      const isThere = async ({ to, published, takenBackOn, isPending }: PublishedRecord): Promise<boolean | null> => {
        // Unless it was taken back, it counts as there: its file may not have been exchanged yet, or its disk be away.
        if (takenBackOn === null && !isPending) return true;
        const team = teams.find(({ folder }) => handleOf(folder) === to);
        return team === undefined ? null : isIn(libraryPathsOf(team.folder).coes, published);
      };
      const there = await Promise.all(mine.map(isThere));
      return ok(
        mine
          .map((each, index) => shownAs(each, there[index] ?? null))
          .filter(({ isThere: is, takenBackOn }) => is === true || takenBackOn !== null)
          .toReversed(),
      );
    },
    'publishing:take-back': async ({ library: handle, coeId, published }) => {
      if (!isOpen(handle)) return fail({ kind: 'library-switched' });
      const records = await readPublished(record);
      if (!records.ok) return records;
      const entry = records.value.find(
        (each) => each.library === handle && each.coeId === coeId && each.published === published,
      );
      const team = (await deps.teams()).find(({ folder }) => handleOf(folder) === entry?.to);
      if (entry === undefined || team === undefined) return fail({ kind: 'not-found' });
      const usable = await checkTeamFolder(team, deps.isEncrypted);
      if (!usable.ok) return usable;
      const moved = await moveToTrash(libraryPathsOf(team.folder), published, clock);
      // Somebody in the team may have deleted it already.
      if (!moved.ok && moved.error.kind !== 'not-found') return fail(placeProblem(moved.error, team.name));
      // The record stays: if somebody changed the COE meanwhile, the next exchange brings it back.
      const takenBackOn = calendarDateAt(clock(), zone());
      const kept = await writePublished(
        record,
        records.value.map((each) => (each === entry ? { ...each, takenBackOn } : each)),
      );
      return kept.ok ? ok(null) : kept;
    },
  };
  const readCopied: Publishing['readCopied'] = async ({ copy, name }) => {
    if (shown?.copy !== copy || !isOpen(shown.library)) return null;
    const found = shown.attachments.find((each) => each.name === name);
    return found === undefined ? null : Buffer.from(found.base64, 'base64');
  };
  return { handlers, readCopied };
}

/**
 * What may leave of the pictures and files that are labelled “Published”, as far as there is room, under the names that
 * they have there.
 */
async function attachmentsOf(coe: Coe, library: Library): Promise<Map<string, CopiedAttachment>> {
  const labelOf = labelsOf(coe);
  const attachments = new Map<string, CopiedAttachment>();
  let room = MAX_PUBLISHED_BYTES;
  for (const name of attachmentNamesIn(JSON.stringify(coe.sections) + coe.summary)) {
    if (!isLetOut(labelOf(attachmentPart(name)), 'published')) continue;
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each may have several megabytes
    const bytes = await library.attachments.readAttachment(name);
    const leaving = bytes === null ? null : leavingAttachment(name, bytes);
    if (leaving === null || leaving.length > room) continue;
    room -= leaving.length;
    const base64 = Buffer.from(leaving).toString('base64');
    attachments.set(name, { name: attachmentNameFor(leaving, name), base64 });
  }
  return attachments;
}

/** Whether files can be put into the folder of a team library, or taken out: its disk answers, and nothing is encrypted. */
async function checkTeamFolder(
  { folder, name }: { readonly folder: string; readonly name: string },
  isEncrypted: PublishingDeps['isEncrypted'],
): Promise<Result<null, AppError>> {
  try {
    if (await isEncrypted(folder)) return fail(encryptedProblem(name));
    return (await exists(libraryPathsOf(folder).coes))
      ? ok(null)
      : fail(placeProblem({ kind: 'library-missing' }, name));
  } catch (error) {
    return fail(placeProblem(diskError(error), name));
  }
}

const encryptedProblem = (name: string): AppError => ({
  kind: 'team',
  problem: {
    ...PLAIN,
    kind: 'encrypted-library',
    what: `The library ${name} is encrypted on this computer, so nothing is exchanged between it and its team.`,
    todo: 'Connect the team library again, in a folder that is not encrypted.',
  },
});

/** Why the folder of a team library, which need not be the open one, could not be read or written, under its name. */
function placeProblem(error: AppError, name: string): AppError {
  const { what, todo } = explainLibraryProblem(error, name);
  return { kind: 'team', problem: { ...PLAIN, kind: 'library', what, todo: `${todo} Then try again.` } };
}

/** Whether a folder of COEs has one; null if it is away, or its disk answers with an error. */
async function isIn(coes: string, id: string): Promise<boolean | null> {
  try {
    return (await exists(path.join(coes, coeFileName(id)))) || ((await exists(coes)) ? false : null);
  } catch {
    return null;
  }
}

const shownAs = ({ to, name, published, on, takenBackOn }: PublishedRecord, isThere: boolean | null): Published => ({
  to,
  name,
  coeId: published,
  on,
  takenBackOn,
  isThere,
});

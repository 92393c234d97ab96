import { access, constants, lstat, mkdir, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { createTimeLimit } from '#main/disk/time-limit.ts';
import { isTemporaryName } from '#main/disk/temporary-name.ts';

import { MAIN, SHARED } from './branch.ts';
import type { CallOptions, TeamRepository, WaitsFor } from './git/team-repository.ts';
import {
  type BundleFile,
  bundlePath,
  failureOfFolder,
  findBundles,
  outboxOf,
  readSharedFolder,
} from './shared-folder.ts';
import { refOfWriter, sequenceOf, takeBundles } from './take-bundles.ts';
import type { TeamFailure } from './team-failure.ts';
import { refusalOfTip, type Transport } from './transport.ts';

/** A writer with this many bundles replaces them by one that has everything. */
const MAX_BUNDLES = 50;

/** A larger bundle is not read, in bytes. A library of 100,000 COEs has about 100 MB. */
const MAX_BUNDLE_BYTES = 2_000_000_000;

/** A file that could not be used for this long is mentioned. Until then a sync program may still be writing it. */
const MENTION_AFTER_MS = 15 * 60_000;

/** How long the disk of a shared folder may be silent, in milliseconds. One that has to wake up is silent for seconds. */
export const SILENT_MS = 60_000;
const COPY_MS = 900_000;

/** What the transport through a shared folder needs. */
export type FolderTransportDeps = {
  readonly repository: TeamRepository;
  readonly folder: string;
  /** Names this computer's folder in the outbox: 8 hex digits. Nobody else writes there. */
  readonly writer: string;
  readonly teamId: () => string | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly maxBundleBytes?: number;
  /** How long the disk of the folder may be silent, in milliseconds. A minute when left out. */
  readonly silentMs?: number;
};

/**
 * Exchanges through bundle files in a folder that several computers share. Each member only ever adds files to a folder
 * of their own, so nobody needs a lock, and a sync program never sees two versions of one file. Files of others are
 * read as data, and git never gets their path. Opening it does not touch the folder.
 */
export async function openFolderTransport(deps: FolderTransportDeps): Promise<Result<Transport, TeamFailure>> {
  const { repository, folder, writer } = deps;
  const maxBytes = deps.maxBundleBytes ?? MAX_BUNDLE_BYTES;
  const last = await repository.readRef(SHARED);
  if (!last.ok) return last;
  let shared = last.value;
  /** Commits that were checked, and whether they are of this team library. */
  const checked = new Map<Oid, boolean>();
  let bundles: ReadonlyMap<string, readonly BundleFile[]> = new Map();
  let unusable: readonly string[] = [];
  const limit = createTimeLimit(deps.silentMs ?? SILENT_MS);
  /** Ends the call that runs. */
  let signal: AbortSignal | undefined;
  const waits: WaitsFor = (work) => limit.run(work, signal === undefined ? {} : { signal });
  /** Copies a bundle, which takes longer than looking into a folder. */
  const waitsForCopy: WaitsFor = (work) =>
    limit.run(work, { milliseconds: COPY_MS, ...(signal === undefined ? {} : { signal }) });
  const taken = takeBundles({ repository, folder, maxBytes, waits, signal: () => signal });
  /** Does what a call does. A disk that does not answer, and a call that is cancelled, are failures like others. */
  const during = async <Value>(
    options: CallOptions,
    work: () => Promise<Result<Value, TeamFailure>>,
  ): Promise<Result<Value, TeamFailure>> => {
    signal = options.signal;
    const done = await work().catch((error: unknown) => fail(failureOfFolder(error)));
    if (options.signal?.aborted === true) return fail({ kind: 'cancelled' });
    // What could not be read for this reason may look like a file that is not there.
    return limit.isStuck() ? fail({ kind: 'shared-folder-gone' }) : done;
  };

  /** The commits that somebody who reads the folder now gets, in the order of their writers. */
  const tipsInFolder = (): Oid[] => {
    const tips = [...bundles.keys()].flatMap((who) => {
      const oid = taken.at(who);
      const isThere = oid !== null && sequenceOf(bundles.get(who), oid) !== null;
      return isThere && checked.get(oid) !== false ? [oid] : [];
    });
    return [...new Set(tips)];
  };

  /** The files that have been there for a while, by their path in the folder. */
  const thoseThatStay = async (paths: readonly string[]): Promise<string[]> => {
    const stay: string[] = [];
    for (const name of paths) {
      const found = await waits(() => lstat(path.join(folder, name)).catch(nullOnDiskError));
      const isOld = found !== null && deps.clock() - Math.max(found.mtimeMs, found.ctimeMs) > MENTION_AFTER_MS;
      if (isOld) stay.push(name);
    }
    return stay;
  };

  /** Removes what a full bundle has made superfluous. A file that is open elsewhere goes the next time. */
  const removeBefore = async (newest: BundleFile): Promise<void> => {
    for (const bundle of bundles.get(writer) ?? []) {
      if (bundle.sequence < newest.sequence)
        await waits(() => unlink(path.join(folder, bundlePath(bundle))).catch(nullOnDiskError));
    }
  };

  /** Ends what a kill interrupted: removes the bundles that a full one has replaced. */
  const tidyOwn = async (): Promise<void> => {
    const own = bundles.get(writer) ?? [];
    const newest = own.at(-1);
    if (newest === undefined || own.length < MAX_BUNDLES) return;
    const head = await repository.inspectBundle(path.join(folder, bundlePath(newest)), maxBytes, waits);
    if (head.ok && head.value.prerequisites.length === 0 && newest.oid === taken.at(writer)) await removeBefore(newest);
  };

  /** The folder for one's own bundles, made if it is not there. */
  const readyOutbox = async (): Promise<Result<null, TeamFailure>> => {
    const outbox = outboxOf(folder, writer);
    try {
      await mkdir(outbox, { recursive: true });
      // A link would lead what is written to another place.
      for (const one of [path.dirname(outbox), outbox]) {
        if (!(await lstat(one)).isDirectory()) return fail({ kind: 'shared-folder-gone' });
      }
      for (const name of await readdir(outbox)) {
        if (isTemporaryName(name)) await unlink(path.join(outbox, name)).catch(nullOnDiskError);
      }
      return ok(null);
    } catch (error) {
      return fail(failureOfFolder(error));
    }
  };

  /** How many commits of the branch nobody gets from the folder yet. */
  const countNew = async (head: Oid, tips: readonly Oid[]): Promise<Result<number, TeamFailure>> => {
    let fewest = Infinity;
    for (const tip of tips) {
      const different = head === tip ? ok({ ahead: 0 }) : await repository.aheadBehind(head, tip);
      if (!different.ok) return different;
      fewest = Math.min(fewest, different.value.ahead);
      if (fewest === 0) break;
    }
    return ok(fewest === Infinity ? 1 : fewest);
  };

  return ok({
    fetchTips: (options) =>
      during(options, async () => {
        const team = await waits(() => readSharedFolder(folder));
        if (!team.ok) return team;
        // An empty folder is where a disk or a share is not connected.
        if (team.value === null) return fail({ kind: 'shared-folder-gone' });
        if (deps.teamId() !== null && team.value.id !== deps.teamId()) return fail({ kind: 'another-team-library' });
        const found = await waits(() => findBundles(folder));
        if (!found.ok) return found;
        bundles = found.value.byWriter;
        const left = await taken.takeAll(bundles);
        if (!left.ok) return left;
        const strange = [...found.value.foreign, ...left.value.map(bundlePath)];
        for (const who of bundles.keys()) {
          const tip = taken.at(who);
          if (tip === null) continue;
          if (!checked.has(tip)) {
            const refusal = await refusalOfTip(repository, tip, team.value.id);
            if (!refusal.ok) return refusal;
            checked.set(tip, refusal.value === null);
          }
          const refused = checked.get(tip) === false ? bundles.get(who)?.findLast(({ oid }) => oid === tip) : undefined;
          if (refused !== undefined) strange.push(bundlePath(refused));
        }
        unusable = await thoseThatStay(strange);
        return ok(tipsInFolder());
      }),

    push: (head, options) =>
      during(options, async () => {
        const tips = tipsInFolder();
        const count = await countNew(head, tips);
        if (!count.ok) return count;
        if (count.value > 0) {
          const ready = await waits(readyOutbox);
          if (!ready.ok) return ready;
          const own = bundles.get(writer) ?? [];
          const bundle: BundleFile = { writer, sequence: (own.at(-1)?.sequence ?? 0) + 1, oid: head };
          const isFull = own.length + 1 >= MAX_BUNDLES;
          const file = path.join(folder, bundlePath(bundle));
          const without = isFull ? [] : tips;
          const written = await repository.createBundle({ file, ref: MAIN, without, waits: waitsForCopy });
          if (!written.ok) return fail(await waits(() => whyNotWritten(outboxOf(folder, writer), written.error)));
          const remembered = await repository.setRef(refOfWriter(writer), head);
          if (!remembered.ok) return remembered;
          taken.note(writer, head);
          checked.set(head, true);
          if (isFull) await removeBefore(bundle);
        } else await tidyOwn();
        if (head === shared) return count;
        const moved = await repository.setRef(SHARED, head);
        if (!moved.ok) return moved;
        shared = head;
        return count;
      }),

    shared: () => shared,
    hasOneBranch: false,
    approvalBranch: () => null,
    unusableFiles: () => unusable,
  });
}

/** Git says only that writing failed; the folder says why. */
async function whyNotWritten(outbox: string, failure: TeamFailure): Promise<TeamFailure> {
  if (failure.kind !== 'unexpected') return failure;
  try {
    await access(outbox, constants.W_OK);
    return failure;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return failureOfFolder(error);
  }
}

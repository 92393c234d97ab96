import { stat } from 'node:fs/promises';
import path from 'node:path';

import { ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';

import { MAIN } from './branch.ts';
import type { TeamRepository, WaitsFor } from './git/team-repository.ts';
import { type BundleFile, bundlePath, readSharedFolder } from './shared-folder.ts';
import type { TeamFailure } from './team-failure.ts';

/** The bundles of each writer in a shared folder, oldest first. */
type BundlesByWriter = ReadonlyMap<string, readonly BundleFile[]>;

/** Where each writer's branch is, as far as its bundles were taken into the repository on this computer. */
export type TakenBundles = {
  readonly at: (writer: string) => Oid | null;
  /** Remembers how far a writer is. */
  readonly note: (writer: string, oid: Oid) => void;
  /** Takes all bundles that can be used, and returns the others. One may continue what only a later one brings. */
  readonly takeAll: (bundles: BundlesByWriter) => Promise<Result<readonly BundleFile[], TeamFailure>>;
};

type TakeDeps = {
  readonly repository: TeamRepository;
  readonly folder: string;
  readonly maxBytes: number;
  readonly waits: WaitsFor;
  /** Ends the call that runs. */
  readonly signal: () => AbortSignal | undefined;
};

/** Takes bundles from a shared folder as data: each one whole, checked by git, or not at all. */
export function takeBundles({ repository, folder, maxBytes, waits, signal }: TakeDeps): TakenBundles {
  const taken = new Map<string, Oid | null>();
  /** Bundles that were damaged, and the version of the file: it is read again only after a change. */
  const damaged = new Map<string, string>();

  const takenOf = async (who: string): Promise<Result<Oid | null, TeamFailure>> => {
    const known = taken.get(who);
    if (known !== undefined) return ok(known);
    const read = await repository.readRef(refOfWriter(who));
    if (read.ok) taken.set(who, read.value);
    return read;
  };

  /** Takes a bundle; false if it cannot be used now. */
  const take = async (bundle: BundleFile): Promise<Result<boolean, TeamFailure>> => {
    const file = path.join(folder, bundlePath(bundle));
    const version = await waits(() => versionOf(file));
    if (version === null || damaged.get(file) === version) return ok(false);
    const head = await repository.inspectBundle(file, maxBytes, waits);
    if (!head.ok) return isAboutFile(head.error) ? skipped() : head;
    if (head.value.refs.size !== 1 || head.value.refs.get(MAIN) !== bundle.oid) return ok(false);
    const to = refOfWriter(bundle.writer);
    const fetched = await repository.fetchBundle({ file, from: MAIN, to, maxBytes, waits, signal: signal() });
    if (fetched.ok) {
      taken.set(bundle.writer, fetched.value);
      return ok(true);
    }
    if (!isAboutFile(fetched.error)) return fetched;
    if (isLasting(fetched.error)) damaged.set(file, version);
    if (fetched.error.kind === 'unexpected') {
      // A git that was killed may have left a lock.
      const ready = await repository.initRepository();
      if (!ready.ok) return ready;
    }
    return skipped();
  };

  /** Leaves a bundle for the next exchange, if the folder can still be read: a share may have gone meanwhile. */
  const skipped = async (): Promise<Result<false, TeamFailure>> => {
    const team = await waits(() => readSharedFolder(folder));
    return team.ok ? ok(false) : team;
  };

  const takeAll: TakenBundles['takeAll'] = async (bundles) => {
    let waiting: BundleFile[] = [];
    for (const [who, list] of bundles) {
      const at = await takenOf(who);
      if (!at.ok) return at;
      waiting.push(...list.slice(list.findLastIndex(({ oid }) => oid === at.value) + 1));
    }
    for (let before = Infinity; waiting.length > 0 && waiting.length < before;) {
      before = waiting.length;
      const left: BundleFile[] = [];
      for (const bundle of waiting) {
        const done = await take(bundle);
        if (!done.ok) return done;
        if (!done.value) left.push(bundle);
      }
      waiting = left;
    }
    // What a later bundle of the same writer has brought is no loss.
    return ok(
      waiting.filter(({ writer, sequence }) => sequence > (sequenceOf(bundles.get(writer), taken.get(writer)) ?? 0)),
    );
  };

  return {
    at: (writer) => taken.get(writer) ?? null,
    note: (writer, oid) => void taken.set(writer, oid),
    takeAll,
  };
}

/** The branch of a writer in the repository on this computer. */
export const refOfWriter = (writer: string): string => `refs/once/writers/${writer}`;

/** Which bundle of a writer brought its branch to a commit; null if none that is there did. */
export const sequenceOf = (bundles: readonly BundleFile[] | undefined, oid: Oid | null | undefined): number | null =>
  bundles?.findLast((bundle) => bundle.oid === oid)?.sequence ?? null;

/** Whether a failure is about the one file, so that the others can be read. */
const isAboutFile = ({ kind }: TeamFailure): boolean =>
  kind === 'bundle-unusable' || kind === 'too-large' || kind === 'fsck-refused' || kind === 'unexpected';

/** Whether a bundle stays unusable until its file changes. A disk that could not be read may answer the next time. */
const isLasting = (failure: TeamFailure): boolean =>
  failure.kind === 'bundle-unusable'
    ? failure.reason !== 'missing-commits' && failure.reason !== 'unreadable'
    : failure.kind !== 'unexpected';

/** Changes when the content of a file does; null if there is no file. */
async function versionOf(file: string): Promise<string | null> {
  const found = await stat(file).catch(nullOnDiskError);
  return found === null ? null : `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
}

import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import { createFile } from '#main/disk/create-file.ts';
import { temporaryName } from '#main/disk/temporary-name.ts';

import { openBundle, unreadable } from './bundle-file.ts';
import type { ObjectReader } from './object-reader.ts';
import { failedOnDisk } from './own-configuration.ts';
import type { GitCall, GitOutput } from './run-git.ts';
import type { Answer, TeamRepository, WaitsFor } from './team-repository.ts';

/** What bundles need of the repository on this computer. */
type BundleDeps = Pick<TeamRepository, 'setRef'> &
  Pick<ObjectReader, 'typeOf'> & {
    readonly git: (call: GitCall) => Answer<GitOutput>;
    /** Where a bundle is written before it is complete. */
    readonly stateDir: string;
  };

/** The calls that write and read bundle files. Git gets no path in a folder that others may write to. */
export function bundleCalls({
  git,
  setRef,
  typeOf,
  stateDir,
}: BundleDeps): Pick<TeamRepository, 'createBundle' | 'inspectBundle' | 'fetchBundle'> {
  return {
    createBundle: async ({ file, ref, without, waits }) => {
      const temporary = path.join(stateDir, temporaryName(randomUUID()));
      const args = ['bundle', 'create', '--quiet', '--version=2', temporary, ref, ...without.map((oid) => `^${oid}`)];
      try {
        const output = await git({ args });
        if (output.ok) return await moveToFolder(temporary, file, waits);
        const { error } = output;
        return error.kind === 'unexpected' && /empty bundle/i.test(error.detail) ? ok(false) : output;
      } finally {
        await rm(temporary, { force: true });
      }
    },

    inspectBundle: async (file, maxBytes, waits) => {
      const opened = await openBundle(file, maxBytes, waits);
      if (!opened.ok) return opened;
      await opened.value.close();
      return ok(opened.value.head);
    },

    fetchBundle: async ({ file, from, to, maxBytes, waits, signal }) => {
      const opened = await openBundle(file, maxBytes, waits);
      if (!opened.ok) return opened;
      const bundle = opened.value;
      try {
        const tip = bundle.head.refs.get(from);
        if (tip === undefined) return fail({ kind: 'bundle-unusable', reason: 'no-such-ref' });
        for (const needed of bundle.head.prerequisites) {
          const type = await typeOf(needed);
          if (!type.ok) return type;
          if (type.value !== 'commit') return fail({ kind: 'bundle-unusable', reason: 'missing-commits' });
        }
        const args = ['index-pack', '--stdin', '--fix-thin', '--strict', `--max-input-size=${maxBytes}`];
        const taken = await git({ args, stdin: bundle.pack(), signal }).catch(unreadable);
        if (!taken.ok) return fail(whyNotTaken(taken.error, maxBytes));
        // The pack may lack what its commits need: the branch moves only when everything is here.
        const complete = await git({ args: ['rev-list', '--objects', '--quiet', tip, '--not', '--all'] });
        if (!complete.ok) return fail(whyNotTaken(complete.error, maxBytes));
        const moved = await setRef(to, tip);
        return moved.ok ? ok(tip) : moved;
      } finally {
        await bundle.close();
      }
    },
  };
}

const whyNotTaken = (failure: GitFailure, maxBytes: number): GitFailure => {
  if (failure.kind === 'too-large') return { kind: 'too-large', limitBytes: maxBytes };
  // A git that was killed says nothing about the file.
  if (failure.kind === 'unexpected' && failure.code === null) return failure;
  return failure.kind === 'unexpected' || failure.kind === 'repository-broken'
    ? { kind: 'bundle-unusable', reason: 'damaged' }
    : failure;
};

/** Copies a finished file into a shared folder, where it appears whole or not at all. */
async function moveToFolder(
  from: string,
  to: string,
  waits: WaitsFor = (work) => work(),
): Promise<Result<boolean, GitFailure>> {
  try {
    await waits(async () => {
      await mkdir(path.dirname(to), { recursive: true });
      await createFile(to, true, (temporary) => copyFile(from, temporary));
    });
    return ok(true);
  } catch (error) {
    return failedOnDisk(error);
  }
}

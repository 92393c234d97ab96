import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import { type Oid, parseOid } from '#domain/team/oid.ts';

import { bundleCalls } from './bundle-calls.ts';
import type { GitProgram } from './git-program.ts';
import { historyCalls } from './history-calls.ts';
import { importStream } from './import-stream.ts';
import { findLockedKey } from './locked-key.ts';
import { createObjectReader, READ_OBJECTS } from './object-reader.ts';
import { failedOnDisk, writeOwnConfiguration } from './own-configuration.ts';
import { remoteCalls } from './remote-calls.ts';
import { EMPTY_TREE, type GitCall, type GitContext, type GitOutput, gitStart, runGit, textOf } from './run-git.ts';
import type { Answer, GitProgress, NewCommit, TeamRepository } from './team-repository.ts';

/** Where a team library's repository lives, and what it is reached with. */
export type RepositoryOptions = {
  /** The bare repository: in the app's own data, never in a library or a folder that others can write to. */
  readonly gitDir: string;
  /** A folder of ours for the configuration and an empty folder. Created when missing. */
  readonly stateDir: string;
  /** Host keys that the person accepted in Once; need not exist. */
  readonly knownHostsFile: string;
  readonly program: GitProgram;
  /** Hears how far calls to a remote are. */
  readonly onProgress?: (progress: GitProgress) => void;
  /** How long a call to a remote may be silent. 30 seconds when left out. */
  readonly remoteIdleMs?: number;
  /** `process.env` when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Read instead of the person's ssh configuration; for tests. */
  readonly sshConfigFile?: string;
};

const REMOTE_IDLE_MS = 30_000;
const READ_IDLE_MS = 30_000;
const REPACK_IDLE_MS = 900_000;
const MAX_BLOB_BYTES = 20_000_000;

/** Opens the repository of a team library. Starts no process; `initRepository` has to be called before anything else. */
export function openTeamRepository(options: RepositoryOptions): TeamRepository {
  const { gitDir, stateDir, program } = options;
  const folders = {
    gitDir,
    configFile: path.join(stateDir, 'gitconfig'),
    emptyFolder: path.join(stateDir, 'empty'),
  };
  const context: GitContext = {
    program,
    folders,
    knownHostsFile: options.knownHostsFile,
    environment: options.environment ?? process.env,
    sshConfigFile: options.sshConfigFile ?? null,
    remoteIdleMs: options.remoteIdleMs ?? REMOTE_IDLE_MS,
    onProgress: options.onProgress,
  };
  const reader = createObjectReader(gitStart(context, READ_OBJECTS, null), READ_IDLE_MS);

  /** Runs git. A refused key is looked at once more: a locked one can be unlocked. */
  const git = async (call: GitCall): Answer<GitOutput> => {
    const output = await runGit(context, call);
    if (output.ok || output.error.kind !== 'key-refused' || call.remote === undefined) return output;
    const keyFile = await findLockedKey(call.remote.address, {
      program,
      environment: context.environment,
      emptyFolder: folders.emptyFolder,
      sshConfigFile: context.sshConfigFile,
    });
    return keyFile === null ? output : fail({ kind: 'key-locked', keyFile });
  };

  const readRef = async (ref: string): Answer<Oid | null> => {
    const output = await git({ args: ['rev-parse', '--verify', '--quiet', '--end-of-options', ref], alsoExits: [1] });
    return output.ok ? ok(parseOid(textOf(output.value).trim())) : output;
  };

  /** `expected` is empty for a ref that may be anywhere. */
  const updateRef = (ref: string, to: string, expected: string): Answer<GitOutput> => {
    const line = `update ${ref}\0${to}\0${expected}\0`;
    return git({ args: ['update-ref', '--no-deref', '-z', '--stdin'], stdin: [Buffer.from(line)] });
  };

  const moveRef: TeamRepository['moveRef'] = async (ref, to, expected) => {
    const none = '0'.repeat((to ?? expected ?? EMPTY_TREE).length);
    const output = await updateRef(ref, to ?? none, expected ?? none);
    if (output.ok) return ok(null);
    const now =
      output.error.kind === 'unexpected' || output.error.kind === 'repository-broken' ? await readRef(ref) : null;
    return fail(now?.ok === true && now.value !== expected ? { kind: 'ref-moved' } : output.error);
  };

  const setRef: TeamRepository['setRef'] = async (ref, to) => {
    const output = await updateRef(ref, to, '');
    return output.ok ? ok(null) : output;
  };

  const isAncestor = async (ancestor: Oid, tip: Oid): Answer<boolean> => {
    const output = await git({ args: ['merge-base', '--is-ancestor', ancestor, tip], alsoExits: [1] });
    return output.ok ? ok(output.value.code === 0) : output;
  };

  /** Counted in the folder: this is asked after every exchange, and starting git for it would cost more than the rest. */
  const countPacks = async (): Answer<number> => {
    try {
      const names = await readdir(path.join(gitDir, 'objects', 'pack'));
      return ok(names.filter((name) => name.endsWith('.pack')).length);
    } catch (error) {
      return failedOnDisk(error);
    }
  };

  return {
    initRepository: async () => {
      try {
        await mkdir(folders.emptyFolder, { recursive: true });
        await mkdir(gitDir, { recursive: true });
        await removeLeftovers(gitDir);
      } catch (error) {
        return failedOnDisk(error);
      }
      const configured = await writeOwnConfiguration(program.git, folders.configFile, context.environment);
      if (!configured.ok) return configured;
      const args = ['init', '--bare', '--quiet', '--template=', '--object-format=sha1', '--initial-branch=main'];
      const created = await git({ args });
      return created.ok ? ok(null) : created;
    },

    readRef,
    moveRef,
    setRef,
    ...remoteCalls({ git, readRef, isAncestor }),
    ...historyCalls(git),
    ...bundleCalls({ git, setRef, typeOf: reader.typeOf, stateDir }),

    readBlob: (oid, maxBytes = MAX_BLOB_BYTES) => reader.readBlob(oid, maxBytes),
    readFileAt: (commit, file, maxBytes = MAX_BLOB_BYTES) => reader.readBlob(`${commit}:${file}`, maxBytes),

    commit: async (commit) => {
      const args = ['fast-import', '--quiet', '--done', '--date-format=raw'];
      const output = await git({ args, stdin: importStream(commit) });
      if (output.ok) {
        const oid = parseOid(textOf(output.value).trim());
        return oid === null ? fail({ kind: 'unexpected', code: 0, detail: 'fast-import printed no id' }) : ok(oid);
      }
      return fail(await whyNotCommitted(commit, output.error));
    },

    repackWhenMoreThan: async (packs, { signal } = {}) => {
      const counted = await countPacks();
      if (!counted.ok) return counted;
      if (counted.value <= packs) return ok(false);
      // Windows cannot delete a pack that a process has open.
      await reader.close();
      for (const args of [
        ['repack', '-d', '-q', '-l', '--geometric=2'],
        ['commit-graph', 'write', '--reachable', '--changed-paths', '--no-progress'],
      ]) {
        const output = await git({ args, idleMs: REPACK_IDLE_MS, signal });
        if (!output.ok) return output;
      }
      return ok(true);
    },

    close: () => reader.close(),
  };

  /** fast-import says only that it failed; where the branch is now tells a moved one from other reasons. */
  async function whyNotCommitted({ ref, parents }: NewCommit, failure: GitFailure): Promise<GitFailure> {
    if (failure.kind !== 'unexpected' && failure.kind !== 'repository-broken') return failure;
    const now = await readRef(ref);
    if (!now.ok || now.value === null) return failure;
    for (const parent of parents) {
      const contains = await isAncestor(now.value, parent);
      if (contains.ok && contains.value) return failure;
    }
    return { kind: 'ref-moved' };
  }
}

/**
 * Removes what a killed git leaves behind: lock files, packs that were never finished, and reports of crashes. No other
 * process of ours runs when this is called, so nobody holds the locks.
 */
async function removeLeftovers(gitDir: string): Promise<void> {
  const names = await readdir(gitDir, { recursive: true, withFileTypes: true });
  for (const entry of names) {
    const isLeftover =
      /\.lock$|^tmp_(?:pack|idx|rev|obj|mtimes|bitmap|graph|midx)|^fast_import_crash_|^\.tmp-\d+-pack|^incoming-/.test(
        entry.name,
      );
    if (isLeftover) await rm(path.join(entry.parentPath, entry.name), { recursive: true, force: true });
  }
}

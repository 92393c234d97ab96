import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ulid } from 'ulid';

import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { ok, type Result } from '#domain/result.ts';
import { coePath } from '#domain/team/tree-paths.ts';
import { openBranch } from '#main/team/branch.ts';
import { commitLibrary } from '#main/team/commit-library.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import type { KnownFile, LibraryFiles } from '#main/team/library-files.ts';
import { blobId } from '#main/team/object-id.ts';
import { openRepository } from '#main/team/ready-repository.ts';

import { generateCoe } from '../../scripts/seed/generate-coe.ts';
import { createRandom } from '../../scripts/seed/random.ts';
import { createVocabulary, createWriter } from '../../scripts/seed/words.ts';
import { plainGit } from '../support/team/git-command.ts';

/*
 * Prints by how much a repository of a team library grows with each commit that the app makes, with 100,000 COEs or as many as
 * are given: node test/figures/team-growth.ts 10000. Those that do not change are short, since no commit stores them
 * again; the folders that name them, which each commit stores, are as large as they would be.
 */

const COES = Number(process.argv[2] ?? 100_000);
const MONTHS = 120;
const COMMITS = 50;
const FIRST_MONTH = Date.UTC(2017, 0, 15);
const MONTH_MS = 30.4375 * 24 * 3_600_000;

const folder = mkdtempSync(path.join(tmpdir(), 'once-team-growth-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const deps = { environment: process.env, teamFolder: path.join(folder, 'team') };
  const folders = await teamFoldersOf(deps.teamFolder, path.join(folder, 'library'));
  const repository = valueOf(await openRepository(folders, deps));

  const random = createRandom(1);
  const write = createWriter(random, createVocabulary(random));
  const ids = Array.from({ length: COES }, (_, index) => ulid(FIRST_MONTH + (index % MONTHS) * MONTH_MS));
  const texts = new Map<string, string>();
  ids.forEach((id, index) => {
    const coe = index % Math.ceil(COES / COMMITS) === 0 ? writeCoe({ ...generateCoe(random, write), id }) : null;
    texts.set(coePath(id), coe ?? `{ "id": "${id}" }\n`);
  });
  const files = [...texts].map(([name, text]) => `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  const head = 'commit refs/heads/main\ncommitter A <a@once.invalid> 1800000000 +0000\ndata 4\nCOE\n';
  plainGit(folders.gitDir, ['fast-import', '--quiet'], `${head}${files.join('')}\n`);

  const branch = valueOf(await openBranch(repository));
  const known = new Map<string, KnownFile>(
    [...branch.tree].map(([name, oid]) => [name, { oid, stamp: { mtimeMs: 0, size: 0, ino: 0 } }]),
  );
  const agreed = { bases: new Map(branch.tree), known: new Map(known) };
  const library: LibraryFiles = {
    scan: async () => ok({ files: new Map(known), unreadable: new Set() }),
    read: async (name) => ok(Buffer.from(texts.get(name) ?? '')),
    trashedIds: async () => ok(new Set()),
    removedPatterns: async () => ok(new Set()),
    write: async () => [],
    remove: async () => ok(false),
  };
  const author = { name: 'Ann', email: 'ann@once.invalid' };
  const changed = [...texts].filter(([, text]) => text.length > 1000);
  const before = sizeOf(folders.gitDir);
  const started = performance.now();
  for (const [name, text] of changed) {
    const read = valueOf(readCoe(text));
    const { sections } = read;
    const context = { ...sections.context, prose: `${sections.context.prose}\n\nOne more sentence about it.` };
    const now = writeCoe({ ...read, sections: { ...sections, context } });
    texts.set(name, now);
    known.set(name, { oid: blobId(Buffer.from(now)), stamp: { mtimeMs: 1, size: now.length, ino: 0 } });
    // oxlint-disable-next-line no-await-in-loop -- each commit follows the one before
    const made = valueOf(await commitLibrary({ files: library, branch, agreed, author, time: () => 1_800_000_100 }));
    if (made.commits !== 1) throw new Error('That was not one commit.');
  }
  const took = (performance.now() - started) / changed.length;
  const growth = (sizeOf(folders.gitDir) - before) / changed.length / 1000;
  plainGit(folders.gitDir, ['repack', '-d', '-q', '-l', '--geometric=2']);
  const packed = (sizeOf(folders.gitDir) - before) / changed.length / 1000;
  await repository.close();
  console.log(
    `${COES} COEs in ${MONTHS} months, ${changed.length} commits of one COE each, ${took.toFixed(0)} ms each`,
  );
  console.log(`growth a commit: ${growth.toFixed(1)} kB; after the packs are combined: ${packed.toFixed(1)} kB`);
}

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}

/** The bytes of the packs and objects of a repository. */
function sizeOf(gitDir: string): number {
  return readdirSync(path.join(gitDir, 'objects'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

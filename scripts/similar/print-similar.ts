import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import type { CoeSummary } from '../../src/domain/catalogue/coe-summary.ts';
import { compareBy } from '../../src/domain/catalogue/coe-order.ts';
import type { Coe } from '../../src/domain/coe/coe.ts';
import { isCoeId } from '../../src/domain/ids.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import type { RankedPattern } from '../../src/ipc/patterns.ts';
import type { SimilarCoe } from '../../src/ipc/similar.ts';
import { coeFileName, isForeignName } from '../../src/main/coe-files/file-names.ts';
import { libraryPathsOf } from '../../src/main/coe-files/library-paths.ts';
import { readPatternFolder } from '../../src/main/coe-files/pattern-files.ts';
import { rankLibraryPatterns } from '../../src/main/library/rank-library-patterns.ts';
import { createTaskHandlers } from '../../src/main/search/task-handlers.ts';
import { readStored } from '../../src/main/search/read-files.ts';
import { findSimilar } from '../../src/main/search/similar/find-similar.ts';
import { PLAIN_CIPHER } from '../../src/main/encryption/file-cipher.ts';
import { readDescription } from '../../src/main/vault/vault-description.ts';

const USAGE = `Usage: npm run --silent similar -- --library FOLDER --coe ID [--patterns]

Prints as JSON the COEs of a library that are most like one of them, best first. "Seen before" in the app shows those whose
isStrong is true. Nothing in the library is changed.

  --patterns    prints the patterns of the library instead, in the order in which the app offers them for this COE

The exit code is 0 on success, 1 when the folder or the COE cannot be read, and 2 when the arguments are wrong.`;

/** A library that can be read without its app, one COE of it, and the summaries of all, newest first. */
type OpenedLibrary = {
  readonly folder: string;
  readonly coe: Coe;
  readonly summaries: readonly CoeSummary[];
  readonly worker: ReturnType<typeof createTaskHandlers>;
};

/** Reads the summaries of a library. Fails with a sentence that says why there is no answer. */
async function openLibrary(library: string, id: string): Promise<Result<OpenedLibrary, string>> {
  const folder = path.resolve(library);
  const { coes } = libraryPathsOf(folder);
  if (!isFolder(folder)) return fail(`There is no folder ${folder}.`);
  if ((await readDescription(folder))?.state === 'encrypted') {
    return fail('This library is encrypted: only the app opens it, with its passphrase.');
  }
  if (!isFolder(coes)) return fail(`There is no library in ${folder}: it has no folder "coes".`);
  const stored = isCoeId(id) ? readStored(PLAIN_CIPHER, coes, coeFileName(id))?.stored : undefined;
  if (stored === undefined) return fail(`There is no COE ${id} in this library.`);
  if (!stored.ok) return fail(`The file of ${id} cannot be read as a COE.`);

  const worker = createTaskHandlers();
  const listing = worker['list-folder']({ folder: coes });
  if (!listing.ok) return fail(`The folder ${coes} cannot be read (${listing.code}).`);
  const names = listing.files.filter(({ name, isFile }) => isFile && !isForeignName(name)).map(({ name }) => name);
  const summaries = worker['read-files']({ folder: coes, names })
    .flatMap((read) => (read.is === 'coe' ? [read.summary] : []))
    .sort(compareBy('happened-newest'));
  return ok({ folder, coe: stored.value.coe, summaries, worker });
}

/** The COEs of a library that "Seen before" ranks for a COE, or a sentence that says why there is no answer. */
export async function findSimilarIn(library: string, id: string): Promise<Result<SimilarCoe[], string>> {
  const opened = await openLibrary(library, id);
  if (!opened.ok) return opened;
  const { folder, coe, summaries, worker } = opened.value;
  const { coes } = libraryPathsOf(folder);
  worker['index-files']({ folder: coes, ids: summaries.map((summary) => summary.id) });
  return ok(
    await findSimilar(coe, summaries, {
      find: (one) => worker['find-similar']({ folder: coes, ...one }),
      read: (ids) => worker['read-for-similar']({ folder: coes, ids }),
    }),
  );
}

/** The patterns of a library in the order in which the app offers them for a COE, or why there is no answer. */
export async function rankPatternsIn(library: string, id: string): Promise<Result<RankedPattern[], string>> {
  const opened = await openLibrary(library, id);
  if (!opened.ok) return opened;
  const { folder, coe, summaries } = opened.value;
  const paths = libraryPathsOf(folder);
  const read = await readPatternFolder(PLAIN_CIPHER, paths.patterns);
  if (!read.ok) return fail(`The folder ${paths.patterns} cannot be read.`);
  const patterns = read.value.patterns.map(({ pattern }) => pattern);
  return ok(
    await rankLibraryPatterns(coe, patterns, summaries, async (each) => {
      const stored = readStored(PLAIN_CIPHER, paths.coes, coeFileName(each))?.stored;
      return stored?.ok === true ? stored.value.coe : null;
    }),
  );
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

/** The options of the command line; null when they are wrong. */
function parseOptions(): { library: string; coe: string; patterns: boolean } | null {
  try {
    const { library, coe, patterns } = parseArgs({
      options: { library: { type: 'string' }, coe: { type: 'string' }, patterns: { type: 'boolean', default: false } },
    }).values;
    return library === undefined || library === '' || coe === undefined || coe === ''
      ? null
      : { library, coe, patterns };
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = parseOptions();
  if (options === null) {
    console.error(USAGE);
    process.exitCode = 2;
  } else {
    const find = options.patterns ? rankPatternsIn : findSimilarIn;
    const answer = await find(options.library, options.coe);
    if (answer.ok) console.log(JSON.stringify(answer.value, null, 2));
    else {
      console.error(answer.error);
      process.exitCode = 1;
    }
  }
}

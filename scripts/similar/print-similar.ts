import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import type { CoeSummary } from '../../src/domain/catalogue/coe-summary.ts';
import { compareBy } from '../../src/domain/catalogue/coe-order.ts';
import type { Coe } from '../../src/domain/coe/coe.ts';
import { isCoeId } from '../../src/domain/ids.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import type { Pattern } from '../../src/domain/patterns/pattern.ts';
import { patternsById } from '../../src/domain/patterns/resolve-patterns.ts';
import { meanSentence, type SentenceVectors } from '../../src/domain/similar/meaning.ts';
import type { RankedPattern } from '../../src/ipc/patterns.ts';
import type { SimilarCoe } from '../../src/ipc/similar.ts';
import { coeFileName } from '../../src/main/coe-files/file-names.ts';
import { libraryPathsOf } from '../../src/main/coe-files/library-paths.ts';
import { readPatternFolder } from '../../src/main/coe-files/pattern-files.ts';
import { type FindMeaning, rankLibraryPatterns } from '../../src/main/library/rank-library-patterns.ts';
import { createTaskHandlers } from '../../src/main/search/task-handlers.ts';
import { readStored } from '../../src/main/search/read-files.ts';
import { findSimilar } from '../../src/main/search/similar/find-similar.ts';
import { PLAIN_CIPHER } from '../../src/main/encryption/file-cipher.ts';
import { readDescription } from '../../src/main/vault/vault-description.ts';
import { embedTexts } from '../encoder/embed-texts.ts';
import { readSummaries } from '../library/read-summaries.ts';
import { type CommandOutcome, endCommand, wrongArguments } from '../system/command-outcome.ts';
import { figuresTable, measureWays } from './measure-ways.ts';
import { readLabels } from './read-labels.ts';
import { vectorsOfCoes, withVectors } from './with-vectors.ts';

const USAGE = `Usage: npm run --silent similar -- --library FOLDER --coe ID [--patterns] [--words]
       npm run --silent similar -- --measure LABELS

Prints as JSON the COEs of a library that are most like one of them, best first. "Seen before" in the app shows those whose
isStrong is true. Nothing in the library is changed. In a library of up to 150 COEs meaning is compared, too, which takes
some 25 ms a sentence; the app has the vectors already.

  --patterns    prints the patterns of the library instead, in the order in which the app offers them for this COE
  --words       compares words and choices alone, as the app does until it has the vectors of a library
  --measure     imports the reports that a file of labels names, ranks for each the reports before it, and prints how well
                that went, beside chance, BM25 and the cosine of TF-IDF. The shape of the file is in read-labels.ts.

The exit code is 0 on success, 1 when the folder or the COE cannot be read, and 2 when the arguments are wrong.`;

/** In a larger library, the vectors of all COEs would take minutes. */
const MAX_BY_MEANING = 150;

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
  const summaries = readSummaries(worker, coes);
  if (!summaries.ok) return fail(`The folder ${coes} cannot be read (${summaries.error}).`);
  const newestFirst = summaries.value.sort(compareBy('happened-newest'));
  return ok({ folder, coe: stored.value.coe, summaries: newestFirst, worker });
}

/** The COEs of a library that "Seen before" ranks for a COE, or a sentence that says why there is no answer. */
export async function findSimilarIn(
  library: string,
  id: string,
  byMeaning: boolean,
): Promise<Result<SimilarCoe[], string>> {
  const opened = await openLibrary(library, id);
  if (!opened.ok) return opened;
  const { folder, coe, summaries, worker } = opened.value;
  const { coes } = libraryPathsOf(folder);
  const ids = summaries.map((summary) => summary.id);
  worker['index-files']({ folder: coes, ids });
  const scratch = mkdtempSync(path.join(tmpdir(), 'once-similar-'));
  try {
    return ok(
      await findSimilar(
        coe,
        summaries,
        {
          find: (one) => worker['find-similar']({ folder: coes, ...one }),
          read: (missing) => worker['read-for-similar']({ folder: coes, ids: missing }),
        },
        patternsById(await patternsIn(folder)),
        byMeaning && ids.length <= MAX_BY_MEANING
          ? await embedAll(worker, coes, ids, coe, path.join(scratch, 'meaning.bin'))
          : null,
      ),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The patterns of a library that can be read. */
async function patternsIn(folder: string): Promise<Pattern[]> {
  const read = await readPatternFolder(PLAIN_CIPHER, libraryPathsOf(folder).patterns);
  return read.ok ? read.value.patterns.map(({ pattern }) => pattern) : [];
}

/**
 * Gives every COE of a library vectors in the file, for this run only. Returns those of the COE that is asked about.
 */
async function embedAll(
  worker: OpenedLibrary['worker'],
  folder: string,
  ids: readonly string[],
  coe: Coe,
  file: string,
): Promise<SentenceVectors | null> {
  if (worker['load-vectors']({ file }) !== true) return null;
  for (const id of ids) {
    const asked = worker['sentences-to-embed']({ folder, id });
    if (asked === null) continue;
    // oxlint-disable-next-line no-await-in-loop -- the encoder runs in this thread
    worker['put-vectors']({ id, revision: asked.revision, vectors: await embedTexts(asked.sentences) });
  }
  return worker['vectors-of']({ ids: [coe.id] }).vectors.get(coe.id) ?? null;
}

/** The patterns of a library in the order in which the app offers them for a COE, or why there is no answer. */
export async function rankPatternsIn(
  library: string,
  id: string,
  byMeaning: boolean,
): Promise<Result<RankedPattern[], string>> {
  const opened = await openLibrary(library, id);
  if (!opened.ok) return opened;
  const { folder, coe, summaries } = opened.value;
  const paths = libraryPathsOf(folder);
  const read = await readPatternFolder(PLAIN_CIPHER, paths.patterns);
  if (!read.ok) return fail(`The folder ${paths.patterns} cannot be read.`);
  const patterns = read.value.patterns.map(({ pattern }) => pattern);
  const readOne = async (each: string): Promise<Coe | null> => {
    const stored = readStored(PLAIN_CIPHER, paths.coes, coeFileName(each))?.stored;
    return stored?.ok === true ? stored.value.coe : null;
  };
  const findMeaning: FindMeaning = async (one, others, texts) => {
    if (summaries.length > MAX_BY_MEANING) return null;
    const vectors = await vectorsOfCoes(
      (await Promise.all([one.id, ...others].map(readOne))).filter((each) => each !== null),
    );
    const own = vectors.get(one.id);
    vectors.delete(one.id);
    if (own === undefined) return null;
    const words = [];
    // oxlint-disable-next-line no-await-in-loop -- the encoder runs in this thread
    for (const text of texts) words.push({ weights: [1], vectors: await embedTexts([text]) });
    return { own, coes: vectors, texts: words, centre: meanSentence([own, ...vectors.values()]) };
  };
  return ok(await rankLibraryPatterns(coe, patterns, summaries, readOne, byMeaning ? findMeaning : undefined));
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

/** What the command line asks for; null when its arguments are wrong. */
function parseOptions(args: readonly string[]): (() => Promise<Result<string, string>>) | null {
  try {
    const { library, coe, patterns, words, measure } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string', default: '' },
        coe: { type: 'string', default: '' },
        patterns: { type: 'boolean', default: false },
        words: { type: 'boolean', default: false },
        measure: { type: 'string', default: '' },
      },
    }).values;
    if (measure !== '')
      return library === '' && coe === '' && !patterns && !words ? () => measureLabels(measure) : null;
    if (library === '' || coe === '') return null;
    return async () => {
      const answer = patterns ? await rankPatternsIn(library, coe, !words) : await findSimilarIn(library, coe, !words);
      return answer.ok ? ok(JSON.stringify(answer.value, null, 2)) : answer;
    };
  } catch {
    return null;
  }
}

/** The figures of every set of labelled reports, and of all sets together, in the part used for tuning and the other. */
async function measureLabels(file: string): Promise<Result<string, string>> {
  const read = await readLabels(path.resolve(file));
  if (!read.ok) return read;
  const sets = await withVectors(read.value);
  const each = sets
    .filter(({ coes }) => coes.some(({ repeatOf }) => repeatOf.length > 0))
    .map((set) => figuresTable(set.name, measureWays([set], 'all')));
  const parts = (['tuned on', 'held out', 'all'] as const).map((part) =>
    figuresTable(`all sets, ${part}`, measureWays(sets, part)),
  );
  return ok([...each, ...parts].join('\n\n'));
}

/** Runs the command with the arguments of a command line. */
export async function runSimilar(args: readonly string[]): Promise<CommandOutcome> {
  const run = parseOptions(args);
  if (run === null) return wrongArguments(USAGE);
  const answer = await run();
  return answer.ok
    ? { status: 0, out: `${answer.value}\n`, error: '' }
    : { status: 1, out: '', error: `${answer.error}\n` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  endCommand(await runSimilar(process.argv.slice(2)));
}

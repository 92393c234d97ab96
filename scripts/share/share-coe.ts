import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { createHunspellFromStrings } from 'hunspell-wasm';

import { ATTACHMENT_FOLDER, isAttachmentName } from '../../src/domain/attachments/attachment-name.ts';
import { AUDIENCE_IDS, type AudienceId } from '../../src/domain/coe/audience.ts';
import type { CoachingEvent } from '../../src/domain/coaching/event.ts';
import type { Coe } from '../../src/domain/coe/coe.ts';
import { isCoeId } from '../../src/domain/ids.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import { namesThatGo } from '../../src/domain/sharing/names-that-go.ts';
import { COPY_TIMES_IDS, type CopyTimesId } from '../../src/domain/sharing/copy-times.ts';
import type { NameDecision } from '../../src/domain/sharing/name-replacer.ts';
import { shareFaultSentence } from '../../src/domain/sharing/share-fault.ts';
import type { CopyBody, Person, ShareFile } from '../../src/domain/sharing/share-file.ts';
import type { AppError } from '../../src/ipc/app-error.ts';
import { coeFileName } from '../../src/main/coe-files/file-names.ts';
import { type LibraryPaths, libraryPathsOf } from '../../src/main/coe-files/library-paths.ts';
import { readPatternFolder } from '../../src/main/coe-files/pattern-files.ts';
import { PLAIN_CIPHER } from '../../src/main/encryption/file-cipher.ts';
import type { ShareFileStore } from '../../src/main/library/share-file-store.ts';
import { readStored } from '../../src/main/search/read-files.ts';
import { readCard } from '../../src/main/sharing/cards.ts';
import type { SecretKeeper, SharingIdentity } from '../../src/main/sharing/identity.ts';
import { generateSharingIdentity, readIdentity, writeIdentity } from '../../src/main/sharing/identity.ts';
import { makeCopy } from '../../src/main/sharing/make-copy.ts';
import { readShareFile } from '../../src/main/sharing/seal-share.ts';
import { eventsToSend } from '../../src/main/sharing/replies/thread-store.ts';
import { readShares, type Share, writeShare } from '../../src/main/sharing/share-record.ts';
import { readDescription } from '../../src/main/vault/vault-description.ts';

const USAGE = `Usage: npm run --silent share -- --library FOLDER --coe ID --audience AUDIENCE --to FILE
       npm run --silent share -- --show FILE

Writes what goes along of one COE to a file, by the labels in the COE, and prints as JSON what is in the file and what was
left out. AUDIENCE is ${AUDIENCE_IDS.join(' or ')}. With --show, prints the body of such a file as JSON. Nothing in the library is
changed unless --record is given: without it, a reply to the file cannot be imported in the app.

  --pseudonyms        replaces every name that is found by Person A, Person B and so on
  --times TIMES       "day" (the default), "exact" or "since-began", counted in minutes
  --card FILE         encrypts the file for the person of a card; without it, anyone can read the file
  --identity FOLDER   signs with the keys in this folder, and decrypts with them; made there when there are none. Without
                      it, the file is signed with a key that is made for it alone
  --record            adds the copy to the record of shares in the library, so that the app imports replies to it. Needs
                      --identity with the app's own keys, which are in the folder sharing of the app's data; keys that the
                      system's keyring encrypted can only be used by the app. What was asked and answered before goes along
  --overwrite         replaces a file that exists already

The exit code is 0 on success, 1 when the file could not be written or read, and 2 when the arguments are wrong.`;

/** What to share. `card` and `identity` are paths, or null. */
export type ShareOptions = {
  readonly library: string;
  readonly coe: string;
  readonly audience: AudienceId;
  readonly times: CopyTimesId;
  readonly to: string;
  readonly pseudonyms: boolean;
  readonly card: string | null;
  readonly identity: string | null;
  /** Whether the copy is added to the record in the library. Needs an identity. */
  readonly record: boolean;
  readonly overwrite: boolean;
};

/** What was written. */
export type SharedFile = {
  readonly file: string;
  readonly bytes: number;
  readonly isEncrypted: boolean;
  readonly sections: readonly string[];
  readonly left: CopyBody['left'];
  readonly names: readonly NameDecision[];
  /** Whether the app imports replies to the file. */
  readonly isRecorded: boolean;
};

/** Shares a COE of a library that is not encrypted. Fails with a sentence. */
export async function shareCoe(options: ShareOptions): Promise<Result<SharedFile, string>> {
  const folder = path.resolve(options.library);
  const paths = libraryPathsOf(folder);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return fail(`There is no folder ${folder}.`);
  if ((await readDescription(folder))?.state === 'encrypted') {
    return fail('This library is encrypted: only the app opens it, with its passphrase.');
  }
  const stored = isCoeId(options.coe)
    ? readStored(PLAIN_CIPHER, paths.coes, coeFileName(options.coe))?.stored
    : undefined;
  if (stored === undefined) return fail(`There is no COE ${options.coe} in this library.`);
  if (!stored.ok) return fail(`The file of ${options.coe} cannot be read as a COE.`);
  const { coe } = stored.value;
  const file = path.resolve(options.to);
  if (existsSync(file) && !options.overwrite)
    return fail(`${options.to} exists already. Add --overwrite to replace it.`);
  const [reader, identity, shares] = [
    readReader(options.card),
    await identityIn(options.identity),
    await readShares(paths, coe.id),
  ];
  if (!reader.ok) return reader;
  if (!identity.ok) return identity;
  if (!shares.ok) return fail(sentenceFor(shares.error));
  const writer = identity.value.person.key;
  const threadOf = async ({ share }: Share): Promise<readonly CoachingEvent[]> =>
    options.record ? eventsToSend(readOnlyStore(paths), { share, coeId: coe.id, writer }) : [];
  const patterns = await readPatternFolder(PLAIN_CIPHER, paths.patterns);
  const before = shares.value.find((share) => share.to?.key === reader.value?.key)?.names ?? [];
  const on = new Date().toISOString().slice(0, 10);
  const names = options.pseudonyms ? await pseudonymsFor(coe, options.audience, on, before) : [];
  const made = await makeCopy(
    coe,
    {
      to: reader.value,
      audience: options.audience,
      times: options.times,
      names,
      asks: '',
      notForRatings: true,
      deleteAfter: null,
    },
    {
      identity: identity.value,
      on,
      shares: shares.value,
      patterns: patterns.ok ? patterns.value.patterns.map(({ pattern }) => pattern) : [],
      readAttachment: async (name) => readAttachment(folder, name),
      threadOf,
    },
  );
  if (!made.ok) return fail(shareFaultSentence(made.error));
  const { bytes, body, share } = made.value;
  // The record comes first: without it, a reply to the copy could not be read.
  const recorded = options.record ? await writeShare(paths, coe.id, share) : ok(null);
  if (!recorded.ok) return fail(sentenceFor(recorded.error));
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    return fail(`Nothing could be written to ${options.to} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
  const sections = Object.keys((body.coe['sections'] ?? {}) as object);
  return ok({
    file,
    bytes: bytes.length,
    isEncrypted: reader.value !== null,
    sections,
    left: body.left,
    names,
    isRecorded: options.record,
  });
}

/** Reads the files beside the versions of COEs in a library that is not encrypted. */
const readOnlyStore = ({ versions }: LibraryPaths): ShareFileStore => ({
  list: async (coeId) => {
    const folder = path.join(versions, coeId);
    return ok(existsSync(folder) ? readdirSync(folder) : []);
  },
  read: async (coeId, name) => {
    const file = path.join(versions, coeId, name);
    return ok(existsSync(file) ? readFileSync(file) : null);
  },
  change: async () => fail({ kind: 'library-read-only' }),
});

/** The body of a share file. Fails with a sentence. */
export async function showShare(
  file: string,
  identityFolder: string | null,
): Promise<Result<ShareFile['body'], string>> {
  const bytes = readGiven(file);
  if (!bytes.ok) return bytes;
  const identity = identityFolder === null ? ok(null) : await readIdentity(path.resolve(identityFolder), NO_KEYRING);
  if (!identity.ok) return fail(sentenceFor(identity.error));
  if (identityFolder !== null && identity.value === null) return fail(`There are no keys in ${identityFolder}.`);
  const read = readShareFile(bytes.value, identity.value, []);
  return read.ok ? ok(read.value.file.body) : fail(shareFaultSentence(read.error));
}

/** The bytes of a file that was named on the command line. Fails with a sentence. */
function readGiven(file: string): Result<Uint8Array, string> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return fail(`There is no file ${file}.`);
  try {
    return ok(readFileSync(file));
  } catch (error) {
    return fail(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
}

/** On the command line, no keyring is used. */
const NO_KEYRING: SecretKeeper = { seal: async () => null, open: async () => null };

/** Says nothing about the writer: the author of the COE may be private. */
const NAME = 'Once';

async function identityIn(folder: string | null): Promise<Result<SharingIdentity, string>> {
  if (folder === null) return ok(generateSharingIdentity(NAME));
  const read = await readIdentity(path.resolve(folder), NO_KEYRING);
  if (!read.ok) return fail(sentenceFor(read.error));
  if (read.value !== null) return ok(read.value);
  const made = generateSharingIdentity(NAME);
  const written = await writeIdentity(path.resolve(folder), made, NO_KEYRING);
  return written.ok ? ok(made) : fail(sentenceFor(written.error));
}

function readReader(card: string | null): Result<Person | null, string> {
  if (card === null) return ok(null);
  const bytes = readGiven(card);
  if (!bytes.ok) return bytes;
  const read = readCard(bytes.value);
  return read.ok ? read : fail(shareFaultSentence(read.error));
}

const sentenceFor = (error: AppError): string =>
  error.kind === 'sharing' ? shareFaultSentence(error.fault) : `The disk refused it (${error.kind}).`;

async function pseudonymsFor(
  coe: Coe,
  audience: AudienceId,
  on: string,
  before: readonly NameDecision[],
): Promise<NameDecision[]> {
  const dictionaries = await Promise.all(
    ['dictionary-en', 'dictionary-en-gb'].map((name) => {
      const [rules = '', words = ''] = ['index.aff', 'index.dic'].map((file) =>
        readFileSync(path.join(import.meta.dirname, '../../node_modules', name, file), 'utf8'),
      );
      return createHunspellFromStrings(rules, words);
    }),
  );
  const found = await namesThatGo(coe, audience, on, before, [], async (words) =>
    words.filter((word) => !dictionaries.some((dictionary) => dictionary.testSpelling(word))),
  );
  for (const dictionary of dictionaries) dictionary.dispose();
  return found?.decisions ?? [];
}

function readAttachment(folder: string, name: string): Uint8Array | null {
  if (!isAttachmentName(name)) return null;
  const file = path.join(folder, ATTACHMENT_FOLDER, name);
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : null;
}

type Arguments = { readonly show: string; readonly identity: string | null } | { readonly share: ShareOptions };

/** The arguments of the command line; null when they are wrong. */
function parseOptions(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: {
        library: { type: 'string' },
        coe: { type: 'string' },
        audience: { type: 'string' },
        to: { type: 'string' },
        times: { type: 'string', default: 'day' },
        card: { type: 'string' },
        identity: { type: 'string' },
        show: { type: 'string' },
        pseudonyms: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        overwrite: { type: 'boolean', default: false },
      },
    });
    const { library = '', coe = '', to = '', pseudonyms, record, overwrite } = values;
    const identity = values.identity ?? null;
    if (values.show !== undefined) return { show: values.show, identity };
    const audience = AUDIENCE_IDS.find((id) => id === values.audience);
    const times = COPY_TIMES_IDS.find((id) => id === values.times);
    if (library === '' || coe === '' || to === '' || audience === undefined || times === undefined) return null;
    if (record && identity === null) return null;
    const card = values.card ?? null;
    return { share: { library, coe, audience, times, to, pseudonyms, card, identity, record, overwrite } };
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
    const done = 'show' in options ? await showShare(options.show, options.identity) : await shareCoe(options.share);
    if (done.ok) console.log(JSON.stringify(done.value, null, 2));
    else {
      console.error(done.error);
      process.exitCode = 1;
    }
  }
}

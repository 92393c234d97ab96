import { scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ulid } from 'ulid';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { createLibraryManager } from '#main/session/library-manager.ts';
import { openLibrary } from '#main/library/library.ts';
import { createKeychain } from '#main/session/keychain.ts';
import { createVaultService } from '#main/session/vault-service.ts';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { summarise } from './stats.ts';

/*
 * What encryption costs, against the same library without it: node test/bench/encrypted.ts [NUMBER OF COES]
 * It measures main and its worker without the window, and judges nothing.
 */
const count = Number(process.argv[2] ?? 10_000);
const SAVES = 200;
const PASSPHRASE = 'rain on a tin roof at night';
const WORDS = ['the', 'invoice', 'certificate', 'zone', 'forgot', 'late', 'deploy', 'ticket'];

const home = mkdtempSync(path.join(tmpdir(), 'once-bench-'));
const folder = path.join(home, 'library');
const manager = createLibraryManager(
  {
    cacheFolder: path.join(home, 'caches'),
    journalFolder: path.join(home, 'journals'),
    clock: Date.now,
    newId: ulid,
    announce: () => undefined,
    workerUrl: new URL('../../src/main/search/library-worker.ts', import.meta.url),
    saveWorkerUrl: new URL('../../src/main/coe-files/save-worker.ts', import.meta.url),
  },
  openLibrary,
);
const noKeychain = {
  protects: async () => false,
  encrypt: async () => Buffer.alloc(0),
  decrypt: async () => ({ text: '', isOutdated: false }),
};
const keeper = createVaultService({ manager, keychain: createKeychain(noKeychain, path.join(home, 'keys')) });

async function timed<Value>(work: () => Promise<Value> | Value): Promise<{ ms: number; value: Value }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

const say = (what: string, ...numbers: readonly number[]): void =>
  console.log(
    `${what.padEnd(60)} ${numbers.map((number) => number.toFixed(number < 20 ? 1 : 0).padStart(8)).join(' ')}`,
  );

const list = (text: string) =>
  manager.current()?.list({ filter: emptyFilter(), text, order: 'happened-newest', offset: 0, limit: 50 });

async function saves(): Promise<readonly number[]> {
  const library = manager.current();
  const id = (await list(''))?.rows[0]?.id ?? '';
  const opened = await library?.open(id);
  if (library === null || opened?.ok !== true) throw new Error('nothing to save');
  let { revision } = opened.value;
  const times: number[] = [];
  for (let number = 0; number < SAVES; number += 1) {
    const coe = { ...opened.value.coe, summary: `saved ${number}` };
    const { ms, value } = await timed(() => library.save(coe, revision));
    if (!value.ok) throw new Error(value.error.kind);
    revision = value.value.revision;
    times.push(ms);
  }
  const { p50, p95 } = summarise(times);
  return [p50, p95];
}

async function searches(): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const word of WORDS) times.push((await timed(() => list(`${word}${round % 2 === 0 ? '' : ' a'}`))).ms);
  }
  const { p50, p95 } = summarise(times);
  return [p50, p95];
}

/** Milliseconds of the first question about some COEs, and of those after each few words more: p95 of both. */
async function similar(): Promise<readonly number[]> {
  const library = manager.current();
  const rows = (await list(''))?.rows.slice(0, 10) ?? [];
  const [first, later]: [number[], number[]] = [[], []];
  for (const { id } of rows) {
    const opened = await library?.open(id);
    if (library === null || opened?.ok !== true) throw new Error('nothing to compare');
    const { coe } = opened.value;
    for (let pause = 0; pause < 4; pause += 1) {
      const asked = { ...coe, summary: `${coe.summary} ${WORDS.slice(0, pause).join(' ')}` };
      (pause === 0 ? first : later).push((await timed(() => library.findSimilar(asked))).ms);
    }
  }
  return [summarise(first).p95, summarise(later).p95];
}

try {
  const bytes = seedLibrary(folder, count);
  console.log(
    `${count} COEs, ${Math.round(bytes / count)} bytes each; milliseconds, p50 and p95 where there are two numbers`,
  );
  await manager.open({ folder });
  await manager.current()?.whenComplete();
  say('plain: a save', ...(await saves()));
  say('plain: a search of 50 rows', ...(await searches()));
  say('plain: similar COEs, p95 first asked and after a pause', ...(await similar()));
  await manager.close();
  say(
    'plain: opening, until the list answers',
    (await timed(async () => (await manager.open({ folder }), list('')))).ms,
  );
  await manager.current()?.whenComplete();

  const begun = await keeper.begin('');
  if (!begun.ok) throw new Error(begun.error.kind);
  await keeper.confirmRecovery(begun.value.recoveryKey);
  const encrypted = await timed(() => keeper.encrypt(PASSPHRASE));
  if (!encrypted.value.ok) throw new Error(encrypted.value.error.kind);
  say('encrypting the library', encrypted.ms);
  say('encrypted: read and indexed for the first time', (await timed(() => manager.current()?.whenComplete())).ms);
  say('encrypted: a save', ...(await saves()));
  say('encrypted: a search of 50 rows', ...(await searches()));
  say('encrypted: similar COEs, p95 first asked and after a pause', ...(await similar()));
  await keeper.lock();
  say(
    'scrypt of Node alone, 2^18',
    (await timed(() => scryptSync('a', 'b', 32, { N: 2 ** 18, r: 8, p: 1, maxmem: 2 ** 30 }))).ms,
  );
  const opening = await timed(async () => (await keeper.unlock(PASSPHRASE), list('')));
  say('encrypted: from the passphrase until the list answers', opening.ms);
  await manager.current()?.whenComplete();
  say('turning it off', (await timed(() => keeper.decrypt(PASSPHRASE))).ms);
} finally {
  await manager.close();
  rmSync(home, { recursive: true, force: true });
}

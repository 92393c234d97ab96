import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { newPattern, writePattern } from '#domain/patterns/pattern.ts';
import { receiptOf } from '#main/import/import-receipt.ts';
import { openReceiptStore } from '#main/import/receipt-store.ts';
import { undoImport } from '#main/import/undo-import.ts';

import { openForFaults } from '../children/open-for-faults.ts';
import { startChild } from '../children/start-child.ts';
import type { Experiment, Outcome, Skipped } from '../experiment.ts';
import { faultyEnv, injector } from '../inject/build-injector.ts';
import type { Workshop } from '../workshop.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';
import { startAgain } from './start-again.ts';

/**
 * An import is killed just before each of its calls. After the next start it is undone, and then the library is byte
 * for byte as it was; a kill before the receipt leaves nothing to undo.
 */
export const importKilled: Experiment = {
  name: 'import: killed at every call, then undone',
  subject: 'import',
  fault: 'SIGKILL',
  check: killAtEach,
};

const FIRST = '01JZTEST0000000000000000A1';
const SECOND = '01JZTEST0000000000000000A2';
const THIRD = '01JZTEST0000000000000000A3';
/** Calls that change nothing, and most of those that do: the short form leaves them out. */
const LOOKING = new Set(['stat', 'read', 'close', 'open']);
const EVERY = 3;

const receiptsBeside = (folder: string): string => `${folder}-receipts`;

const report = (title: string, cause: string): string =>
  `# ${title}\n\n## Root cause\n\n${cause}\n\n![The graph](graph.png)\n`;

/** A report that is imported first, and the folder that is imported then, in which it has changed. */
function makeSources(home: string): { first: string; from: string } {
  const [first, from] = [path.join(home, 'first', 'a.md'), path.join(home, 'reports')];
  mkdirSync(path.dirname(first));
  mkdirSync(path.join(from, 'patterns'), { recursive: true });
  writeFileSync(first, '# Disk full\n\n## Root cause\n\nNobody looked.\n');
  writeFileSync(path.join(from, 'a.md'), report('Disk full', 'Another cause.'));
  for (const name of ['b', 'c']) writeFileSync(path.join(from, `${name}.md`), report(`Report ${name}`, 'A cause.'));
  writeFileSync(path.join(from, 'graph.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
  const pattern = newPattern('The disk was full again', 'full', '2026-01-01T00:00:00.000Z');
  writeFileSync(path.join(from, 'patterns', 'full.json'), writePattern(pattern));
  return { first, from };
}

async function killAtEach(workshop: Workshop): Promise<Outcome | Skipped> {
  const fault = injector(workshop.folder);
  if (typeof fault !== 'string') return fault;
  const home = workshop.folder();
  const { first, from } = makeSources(home);
  const prepared = path.join(home, 'library');
  const log = path.join(home, 'calls');
  const running = (folder: string, source: string, batch: string, how: string) =>
    startChild('import-child', [folder, source, batch, how], { env: faultyEnv(fault, folder, { FAULT_LOG: log }) });
  await running(prepared, first, FIRST, 'count').ended;

  const counted = path.join(workshop.folder(), 'library');
  cpSync(prepared, counted, { recursive: true });
  writeFileSync(log, '');
  await running(counted, from, SECOND, 'count').ended;
  const calls = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  const counts = { kills: 0, 'not reached': 0, 'nothing to undo': 0, undone: 0 };
  const broken: string[] = [];
  let left = 0;
  for (const [index, call] of calls.entries()) {
    if (!workshop.isLong && (LOOKING.has(call) || (left += 1) % EVERY !== 0)) continue;
    const folder = path.join(workshop.folder(), 'library');
    cpSync(prepared, folder, { recursive: true });
    const before = contentOf(folder);
    const child = running(folder, from, SECOND, String(index + 1));
    await child.ended;
    if (child.process.signalCode === 'SIGKILL') counts.kills += 1;
    else if (child.process.exitCode === 0) counts['not reached'] += 1;
    else broken.push(`${call} (call ${index + 1}): it broke: ${child.complaint().slice(-400)}`);
    // The app keeps receipts outside the library; they were in it so that kills come between their calls, too.
    if (existsSync(path.join(folder, 'receipts'))) renameSync(path.join(folder, 'receipts'), receiptsBeside(folder));
    const wrong = await startAgain(folder);
    const undone = await undo(folder);
    counts[undone === null ? 'nothing to undo' : 'undone'] += 1;
    if (undone === false) wrong.push('it could not be undone');
    if (temporaryFiles(receiptsBeside(folder)).length > 0)
      wrong.push('the next import left temporary files beside the receipts');
    if (contentOf(folder) !== before) wrong.push('the library is not as it was');
    broken.push(...wrong.map((what) => `${call} (call ${index + 1}): ${what}`));
  }
  return { counts, broken };
}

/** Undoes the second import after a start; null if there is no receipt of it. */
async function undo(folder: string): Promise<boolean | null> {
  const { library } = await openForFaults(folder, { clock: () => Date.now() + 120_000 });
  await library.whenComplete();
  const receipts = await openReceiptStore(receiptsBeside(folder), folder, library.cipher);
  const isThere = (await receipts.read(SECOND)) !== null;
  const undone = isThere ? await undoImport(SECOND, library.imports, receipts, Date.now) : null;
  // The next import clears up.
  const about = { batch: THIRD, at: '2026-05-15T00:00:00.000Z', from: 'reports', dryRun: false, cancelled: true };
  await receipts.begin(receiptOf([], about));
  await library.close();
  return undone === null ? null : undone.ok && undone.value.kept.length === 0;
}

/** The COEs and patterns of a library, name by name; attachments that a kill left unnamed are harmless. */
const contentOf = (folder: string): string =>
  ['coes', 'patterns']
    .flatMap((part) =>
      (existsSync(path.join(folder, part)) ? readdirSync(path.join(folder, part), { encoding: 'utf8' }) : [])
        .toSorted()
        .map((name) => path.join(folder, part, name))
        .filter((file) => statSync(file).isFile())
        .map((file) => `${path.relative(folder, file)} ${readFileSync(file, 'base64')}`),
    )
    .join('\n');

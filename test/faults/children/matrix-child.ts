import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { AppError } from '#ipc/app-error.ts';

import { BRIEF, type Mode, MODES } from '../inject/modes.ts';
import { arm, disarm, isUnflushed, struck } from '../inject/orders.ts';
import { subjectNamed } from '../subjects/all-subjects.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';
import type { Subject } from '../subjects/subject.ts';
import { openForFaults } from './open-for-faults.ts';
import { tell } from './tell.ts';

/*
 * Runs in a process with faultfs.c preloaded: node matrix-child.ts SUBJECT FOLDER HOW. With `whole` or `brief` it puts
 * one subject through every fault at every call, in one open library, as a person does who goes on after a failure.
 * With a number it is killed at that call; `count` only writes down which calls there are.
 */
const [name = '', folder = '', killAt] = process.argv.slice(2);
const subject = subjectNamed(name);
let ahead = 0;
const { library, broken } = await openForFaults(folder, { create: true, clock: () => Date.now() + ahead });
await library.whenComplete();

async function beKilled({ prepare, act, finish }: Subject, call: number): Promise<void> {
  const scene = await prepare(library);
  tell({ scene });
  arm(call, 'kill');
  const result = await act(library, scene);
  tell({ acked: result.ok });
  await finish?.(library, scene);
  disarm();
}

async function goThroughAll(all: Subject, modes: readonly Mode[]): Promise<void> {
  const calls = await callsOf(all);
  tell({ calls });
  for (const [index, call] of calls.entries()) {
    for (const mode of modes) if (mode.only?.includes(call) ?? true) await goThrough(index + 1, call, mode);
  }
}

/** The calls that one act makes, by a run in which nothing goes wrong. */
async function callsOf({ prepare, act, finish }: Subject): Promise<string[]> {
  const log = process.env['FAULT_LOG'] ?? '';
  const scene = await prepare(library);
  writeFileSync(log, '');
  arm(0, 'count');
  const result = await act(library, scene);
  await finish?.(library, scene);
  disarm();
  if (!result.ok) throw new Error(`Without a fault it failed: ${result.error.kind}`);
  return readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
}

/** One fault: what was answered, what is on disk, what a second try does, and what is left lying about. */
async function goThrough(number: number, call: string, mode: Mode): Promise<void> {
  const { prepare, act, finish, judge } = subject;
  const scene = await prepare(library);
  const wrong: string[] = [];
  arm(number, mode.mode);
  const first = await act(library, scene).catch((error: unknown) => String(error));
  const isSafe = !isUnflushed();
  await finish?.(library, scene);
  disarm();
  const hasStruck = struck();
  const acked = typeof first !== 'string' && first.ok;
  if (typeof first === 'string') wrong.push(`threw ${first}`);
  else if (!first.ok && !isRight(first.error, mode)) wrong.push(`answered ${JSON.stringify(first.error)}`);
  if (acked && !isSafe) wrong.push('acknowledged what a power cut could undo');
  const verdict = judge(folder, scene);
  if (typeof verdict === 'object') wrong.push(verdict.damage);
  else if (acked && verdict !== 'new') wrong.push('acknowledged what is not on disk');

  if (!acked) {
    const second = await act(library, scene);
    if (!second.ok && verdict !== 'new') wrong.push(`a second try answered ${JSON.stringify(second.error)}`);
    if (second.ok && isUnflushed()) wrong.push('a second try acknowledged what a power cut could undo');
    const after = judge(folder, scene);
    if (after !== 'new') wrong.push(`after a second try: ${typeof after === 'object' ? after.damage : after}`);
  }
  ahead = 120_000; // two minutes later
  await library.reconcile();
  ahead = 0;
  const left = temporaryFiles(path.join(folder, 'coes'));
  if (left.length > 0) wrong.push(`left ${left.length} temporary files`);
  if (library.problems().some(({ reason }) => reason !== 'conflict-copy')) wrong.push('a file cannot be read');
  for (const error of broken.splice(0)) wrong.push(`broke: ${error.message}`);
  tell({
    library: scene['folder'] ?? folder,
    number,
    call,
    mode: mode.name,
    struck: hasStruck,
    acked,
    old: verdict === 'old',
    wrong,
  });
}

function isRight(error: AppError, { fault }: Mode): boolean {
  return (error.kind === 'disk' && error.reason === fault) || (subject.mayAnswer?.includes(error.kind) ?? false);
}

if (killAt === 'count') await callsOf(subject);
else if (killAt === 'brief') await goThroughAll(subject, BRIEF);
else if (killAt === 'whole') await goThroughAll(subject, MODES);
else await beKilled(subject, Number(killAt));
await library.close();

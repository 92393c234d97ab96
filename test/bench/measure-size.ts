import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { timeSimilar } from './finding-similar.ts';
import { timeCat, timeDurableWrites, timeParse } from './floors.ts';
import { inLibraryForKeys, keysByTurns } from './keys.ts';
import { longestHold } from './main-delay.ts';
import { timeOpenings } from './opening.ts';
import { memoryOfTree } from './process-memory.ts';
import type { Row } from './report.ts';
import { timeSaves } from './saving.ts';
import { timeSearches, timeSearchTyping } from './searching.ts';
import { inSession } from './session.ts';
import { type Command, timeStart, whileAtRest } from './start.ts';

const STARTS = 5;
/** A first start of a large library takes minutes. */
const firstStartsOf = (count: number): number => (count > 20_000 ? 1 : 3);
const RESTS = 3;
/** A save and its floor by turns, ten of each. */
const SAVE_TURNS = 6;
const AT_REST = 8000;
/** How long a first start may take, in milliseconds: many times longer than it takes on an idle machine. */
const patienceFor = (count: number): number => 180_000 + count * 20;

/** Measures the app in that folder with a library of that many COEs, and what it is compared with, by turns. */
export const measureSize = (count: number, appFolder: string): Promise<Row[]> =>
  inLibraryForKeys(count, appFolder, async ({ folder, library, app, empty }) => {
    const rows = [...(await starts(count, app, empty, library, folder)), ...(await rests(app, empty))];
    return [...rows, ...(await work(app, empty, folder))];
  });

async function starts(count: number, app: Command, empty: Command, library: string, folder: string): Promise<Row[]> {
  const coes = path.join(library, 'coes');
  await timeStart(empty);
  const first: number[] = [];
  const cat: number[] = [];
  const parse: number[] = [];
  for (let time = 0; time < firstStartsOf(count); time += 1) {
    rmSync(path.join(folder, 'user-data'), { recursive: true, force: true });
    cat.push(timeCat(coes));
    parse.push(timeParse(coes));
    // Left alone until it has found its way through the library and kept what it found.
    first.push(await timeStart(app, () => untilKept(path.join(folder, 'user-data'), patienceFor(count))));
  }
  const warm: number[] = [];
  const floor: number[] = [];
  for (let time = 0; time < STARTS; time += 1) {
    floor.push(await timeStart(empty));
    warm.push(await timeStart(app));
  }
  return [
    { what: 'start to a usable list', unit: 'ms', values: warm, floor, bar: { of: 'ratio', below: 2 } },
    { what: 'first start, nothing kept', unit: 'ms', values: first, floor },
    { what: 'reading the files (cat)', unit: 'ms', values: cat },
    { what: 'reading and parsing the files', unit: 'ms', values: parse, floor: cat },
  ];
}

/** Waits until the search index, which is finished last, lies in the app's folder. */
async function untilKept(userData: string, patience: number): Promise<void> {
  const folder = path.join(userData, 'libraries');
  const until = Date.now() + patience;
  const isKept = (): boolean =>
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('search.bin'));
  while (!isKept()) {
    if (Date.now() > until) throw new Error('The app did not finish its search index');
    await pause(250);
  }
  await pause(500);
}

async function rests(app: Command, empty: Command): Promise<Row[]> {
  const values: number[] = [];
  const floor: number[] = [];
  for (let time = 0; time < RESTS; time += 1) {
    floor.push(await whileAtRest(empty, AT_REST, memoryOfTree));
    values.push(await whileAtRest(app, AT_REST, memoryOfTree));
  }
  return [{ what: 'memory at rest', unit: 'MB', values, floor, bar: { of: 'ratio', below: 2 } }];
}

const work = (app: Command, empty: Command, folder: string): Promise<Row[]> =>
  inSession(app, async (page, electron) => {
    const held: number[] = [];
    const whileWatched = async <Value>(measure: () => Promise<Value>): Promise<Value> => {
      let value: Value | undefined;
      held.push(await longestHold(electron, async () => (value = await measure())));
      return value as Value;
    };
    const searches = await whileWatched(() => timeSearches(page));
    const searchTyping = await whileWatched(() => timeSearchTyping(page));
    const similar = await whileWatched(() => timeSimilar(page, 20, 3));
    const [firstOpening = Number.NaN, ...openings] = await whileWatched(() => timeOpenings(page, 21));
    const keys = await whileWatched(() => keysByTurns(page, empty));
    const saves: number[] = [];
    const writes: number[] = [];
    for (let turn = 0; turn < SAVE_TURNS; turn += 1) {
      const { times, bytes } = await whileWatched(() => timeSaves(page, 10));
      saves.push(...times);
      writes.push(...timeDurableWrites(folder, new Uint8Array(bytes).fill(32), 10));
    }
    return [
      { what: 'search, page to page', unit: 'ms', values: searches, bar: { of: 'p95', below: 50 } },
      { what: 'typing a search to the changed list', unit: 'ms', values: searchTyping },
      { what: 'similar COEs after a pause', unit: 'ms', values: similar.later, bar: { of: 'p95', below: 150 } },
      { what: 'similar COEs, first asked', unit: 'ms', values: similar.first },
      { what: 'opening a COE', unit: 'ms', values: openings, bar: { of: 'p95', below: 100 } },
      { what: 'opening the first COE', unit: 'ms', values: [firstOpening] },
      ...keys,
      { what: 'a save, page to page', unit: 'ms', values: saves, floor: writes, bar: { of: 'ratio95', below: 3 } },
      { what: 'main held at most, in each of these', unit: 'ms', values: held },
    ];
  });

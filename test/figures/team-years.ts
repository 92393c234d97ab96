import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createBareRepository, plainGit } from '../support/team/git-command.ts';

/*
 * Prints what ten years of a team library come to: npm run figures:team. The first table is computed: people
 * who write, share half a minute to a minute later as the app does, and get in each other's way. The second is measured with git
 * on a repository whose months are as full as they would be, and multiplied.
 */

const WRITERS = 1000;
const YEARS = 10;
const COES = 100_000;
/** How often a COE is left with changes until it is done. */
const SITTINGS = 8;
const WORKING_DAYS = 220;
const HOURS = 8;
const MONTHS = YEARS * 12;

/** As in the app: how soon after a commit an exchange begins, how often a refused push is tried, and the pauses. */
const SHARE_AFTER_MS = [30_000, 60_000] as const;
const MAX_PUSHES = 5;
const pauseBefore = (attempt: number, random: number): number => (100 + random * 400) * 2 ** attempt;
const RETRY_AFTER_MS = 60_000;
const LONGEST_RETRY_MS = 1_800_000;

const MINUTE = 60_000;
const DAY = HOURS * 60 * MINUTE;

/** Random numbers that are the same in every run. */
function sequence(): () => number {
  let state = 20_261_129;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

type Load = { readonly what: string; readonly commits: number; readonly within: number; readonly windowMs: number };
type Outcome = {
  readonly pushes: number;
  readonly most: number;
  readonly first: number;
  readonly tries: number;
  readonly wait: number;
};

/**
 * One day. `windowMs` is the time from reading the server's branch to its answer to the push: a push of somebody else
 * within it refuses this one.
 */
function simulate({ commits, within, windowMs }: Load): Outcome {
  const random = sequence();
  type Try = { readonly at: number; readonly begun: number; readonly attempt: number; readonly round: number };
  const between = ([low, high]: readonly [number, number]): number => low + random() * (high - low);
  const waiting: Try[] = Array.from({ length: commits }, () => {
    const at = random() * within;
    return { at: at + between(SHARE_AFTER_MS), begun: at, attempt: 0, round: 0 };
  });
  const landed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let [first, tries, wait] = [0, 0, 0];
  // In the order in which pushes reach the server.
  waiting.sort((one, other) => other.at - one.at);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { at, begun, attempt, round } = next;
    const pushedAt = at + windowMs;
    if (last <= at) {
      last = pushedAt;
      landed.push(pushedAt);
      if (attempt === 0 && round === 0) first += 1;
      tries = Math.max(tries, round * MAX_PUSHES + attempt + 1);
      wait = Math.max(wait, pushedAt - begun);
      continue;
    }
    const again =
      attempt + 1 < MAX_PUSHES
        ? { at: pushedAt + pauseBefore(attempt, random()), begun, attempt: attempt + 1, round }
        : {
            at: pushedAt + Math.min(RETRY_AFTER_MS * 2 ** round, LONGEST_RETRY_MS) * (0.8 + random() * 0.4),
            begun,
            attempt: 0,
            round: round + 1,
          };
    const place = waiting.findLastIndex((other) => other.at >= again.at);
    waiting.splice(place + 1, 0, again);
  }
  const perMinute = new Map<number, number>();
  for (const at of landed) perMinute.set(Math.floor(at / MINUTE), (perMinute.get(Math.floor(at / MINUTE)) ?? 0) + 1);
  return { pushes: landed.length, most: Math.max(...perMinute.values()), first: first / commits, tries, wait };
}

const perDay = Math.round((COES * SITTINGS) / YEARS / WORKING_DAYS);
const loads: Load[] = [1500, 5000].flatMap((windowMs) => [
  { what: 'an ordinary day', commits: perDay, within: DAY, windowMs },
  { what: 'a day with five times as much', commits: 5 * perDay, within: DAY, windowMs },
  { what: 'one person in five within ten minutes', commits: WRITERS / 5, within: 10 * MINUTE, windowMs },
]);
console.log(`${WRITERS} writers, ${COES} COEs in ${YEARS} years, each left ${SITTINGS} times with changes\n`);
console.log(
  '| pushes | an exchange takes | the most in a minute | at the first try | most tries | longest until shared |',
);
console.log('|---|--:|--:|--:|--:|--:|');
for (const load of loads) {
  const { pushes, most, first, tries, wait } = simulate(load);
  const cells = [`${load.what}: ${pushes}`, `${load.windowMs / 1000} s`, most, `${(100 * first).toFixed(1)} %`, tries];
  console.log(`| ${cells.join(' | ')} | ${(wait / MINUTE).toFixed(1)} min |`);
}

/** As many COEs as a month has, a few full months, and the others by name only. */
const A_MONTH = Math.round(COES / MONTHS);
const FULL_MONTHS = 3;
const COMMITS = 200;
const WORDS = 'alarm queue server team late night disk cache retry change release page client order limit'.split(' ');

function measureSize(): { readonly first: number; readonly until: number; readonly packed: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'once-team-years-'));
  try {
    const repository = createBareRepository(folder);
    const random = sequence();
    const words = (count: number): string =>
      Array.from(
        { length: count },
        () => WORDS[Math.floor(random() * WORDS.length)] + String(Math.floor(random() * 50)),
      ).join(' ');
    const nameOf = (month: number, index: number): string =>
      `coes/${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}/01K${String(month).padStart(7, '0')}${String(index).padStart(16, '0')}.json`;
    const texts = new Map<string, string>();
    for (let month = 0; month < MONTHS; month += 1)
      for (let index = 0; index < (month < FULL_MONTHS ? A_MONTH : 1); index += 1)
        texts.set(
          nameOf(month, index),
          `{\n${Array.from({ length: 12 }, () => `  "text": "${words(60)}"`).join(',\n')}\n}\n`,
        );
    const commit = (files: readonly [string, string][], isFirst: boolean): void => {
      const changes = files.map(
        ([name, text]) => `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
      );
      const from = isFirst ? '' : 'from refs/heads/main^0\n';
      const head = `commit refs/heads/main\ncommitter A <a@once.invalid> 1800000000 +0000\ndata 4\nCOE\n${from}`;
      plainGit(
        repository,
        ['-c', 'fastimport.unpackLimit=0', 'fast-import', '--quiet'],
        `${head}${changes.join('')}\n`,
      );
    };
    commit([...texts], true);
    plainGit(repository, ['repack', '-a', '-d', '-f', '-q']);
    const before = sizeOf(repository);
    const names = [...texts.keys()].slice(0, FULL_MONTHS * A_MONTH);
    for (let count = 0; count < COMMITS; count += 1) {
      const name = names[Math.floor(random() * names.length)] ?? '';
      const text = (texts.get(name) ?? '').replace('\n}', `,\n  "text": "${words(40)}"\n}`);
      texts.set(name, text);
      commit([[name, text]], false);
    }
    const after = sizeOf(repository);
    plainGit(repository, ['repack', '-d', '-q', '-l', '--geometric=2']);
    return {
      first: before / texts.size,
      until: (after - before) / COMMITS,
      packed: (sizeOf(repository) - before) / COMMITS,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bytes of the packs and objects of a repository. */
const sizeOf = (repository: string): number =>
  readdirSync(path.join(repository, 'objects'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

const { first, until, packed } = measureSize();
const commits = COES * SITTINGS;
console.log('\n| of the repository | |\n|---|--:|');
for (const [what, value] of [
  ['a COE when it is new, packed', `${(first / 1000).toFixed(1)} kB`],
  ['a further commit until the packs are combined', `${(until / 1000).toFixed(1)} kB`],
  ['the same afterwards', `${(packed / 1000).toFixed(1)} kB`],
  ['commits in ten years', String(commits)],
  ['everything after ten years', `${((COES * first + (commits - COES) * packed) / 1e9).toFixed(1)} GB`],
  ['what a computer fetches on a working day', `${((perDay * packed) / 1e6).toFixed(1)} MB`],
] as const)
  console.log(`| ${what} | ${value} |`);

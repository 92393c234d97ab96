import { mkdtempSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { parseRemoteAddress } from '#domain/team/remote-address.ts';
import { settleQuestion } from '#domain/team/settle-question.ts';
import { readTeamQuestion } from '#domain/team/team-question.ts';
import { writeTeamFile } from '#domain/team/team-file.ts';
import { coePath, parseTreePath, TEAM_FILE } from '#domain/team/tree-paths.ts';
import { unknownMoment } from '#domain/time/moment.ts';
import { type Exchange, openExchange } from '#main/team/exchange.ts';
import { openFolderTransport } from '#main/team/folder-transport.ts';
import { openServerTransport } from '#main/team/server-transport.ts';
import { beginSharedFolder } from '#main/team/shared-folder.ts';
import { memoryFiles, type MemoryFiles } from '#test/support/team/memory-files.ts';
import { memoryRepository, memoryServer } from '#test/support/team/memory-repository.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const parsed = parseRemoteAddress('git@example.org:team.git', { allowLoopback: false });
if (!parsed.ok) throw new Error('not an address');
const address = parsed.value;

/** More on demand: `ONCE_TEAM_RUNS=5000`. */
const RUNS = Number(process.env['ONCE_TEAM_RUNS'] ?? '100');

const STEPS = [
  'append',
  'add-row',
  'edit-row',
  'remove-row',
  'title',
  'create',
  'delete',
  'settle',
  'exchange',
] as const;
/** What one replica does next; `pick` and `other` choose among what is there. */
type Step = {
  readonly replica: number;
  readonly act: (typeof STEPS)[number];
  readonly pick: number;
  readonly other: number;
};

const someSteps = fc.array(
  fc.record<Step>({
    replica: fc.nat(4),
    act: fc.constantFrom(...STEPS, 'append', 'edit-row', 'exchange', 'exchange'),
    pick: fc.nat(1000),
    other: fc.nat(1000),
  }),
  { minLength: 10, maxLength: 80 },
);

type Replica = { readonly files: MemoryFiles; readonly exchange: Exchange };

const PROSE = ['context', 'noticed', 'mitigated', 'cause', 'learned'] as const;

/** Several people at work on one library, through a server or through a new folder in `root`, with every word that somebody wrote and nobody removed. */
async function createTeam(size: number, root: string | null) {
  const server = memoryServer();
  const teamFile = writeTeamFile('01JZTEAM000000000000000000', 'Team');
  const folder = root === null ? null : mkdtempSync(path.join(root, 'shared-'));
  if (folder !== null) await valueOf(beginSharedFolder(folder, teamFile));
  const replicas: Replica[] = [];
  let now = Date.UTC(2026, 4, 1);
  for (let index = 0; index < size; index += 1) {
    const files = memoryFiles();
    if (index === 0 || folder !== null) files.contents.set(TEAM_FILE, teamFile);
    const repository = memoryRepository(server);
    const [writer, teamId, clock] = [`0000000${index}`, () => null, () => (now += 1000)];
    const transport = await valueOf(
      folder === null
        ? openServerTransport({ repository, address, writer, teamId })
        : openFolderTransport({ repository, folder, writer, teamId, clock }),
    );
    const opened = await openExchange({
      repository,
      transport,
      files,
      memory: { read: async () => ({ bases: new Map(), known: new Map() }), write: async () => undefined },
      author: { name: `Person ${index}`, email: `${index}@invalid` },
      clock,
      pause: async () => undefined,
      random: () => 0,
    });
    if (!opened.ok) throw new Error(opened.error.kind);
    replicas.push({ files, exchange: opened.value });
    const joined = await opened.value.exchange();
    expect(joined.failure).toBeNull();
  }
  const words = new Set<string>();
  let count = 0;
  const word = (): string => {
    count += 1;
    const made = `w${count}x`;
    words.add(made);
    return made;
  };
  const forget = (text: string): void => {
    for (const gone of text.match(/w\d+x/g) ?? []) words.delete(gone);
  };
  const coesOf = ({ files }: Replica): Coe[] =>
    [...files.contents].flatMap(([path, text]) => {
      if (parseTreePath(path)?.is !== 'coe') return [];
      const read = readCoe(text);
      return read.ok ? [read.value] : [];
    });
  const put = ({ files }: Replica, coe: Coe): void => {
    files.contents.set(coePath(coe.id), writeCoe(coeSchema.parse(coe)));
  };
  const run = async ({ replica, act, pick, other }: Step): Promise<void> => {
    const who = replicas[replica % size];
    if (who === undefined) return;
    const coes = coesOf(who);
    const coe = coes[pick % Math.max(1, coes.length)];
    if (act === 'exchange') expect((await who.exchange.exchange()).failure).toBeNull();
    else if (act === 'create' || coe === undefined) {
      const id = `01JZ${String(count).padStart(22, '0')}`;
      put(
        who,
        newCoe({ kind: 'other-mistake', title: word(), happened: unknownMoment() }, id, () => now),
      );
    } else if (act === 'settle') await settle(who, pick, other);
    else if (act === 'delete') {
      forget(writeCoe(coe));
      who.files.contents.delete(coePath(coe.id));
      who.files.trash.add(coe.id);
    } else put(who, edited(coe, act, other));
  };
  const edited = (coe: Coe, act: Step['act'], other: number): Coe => {
    const rows = coe.sections.timeline.entries;
    const index = other % Math.max(1, rows.length);
    const row = rows[index];
    const withRows = (entries: typeof rows): Coe => ({
      ...coe,
      sections: { ...coe.sections, timeline: { ...coe.sections.timeline, entries } },
    });
    switch (act) {
      case 'append': {
        const section = PROSE[other % PROSE.length] ?? 'context';
        const before = coe.sections[section];
        const prose = other % 2 === 0 ? `${before.prose}\nWe saw ${word()}.` : `Also ${word()}. ${before.prose}`;
        return { ...coe, sections: { ...coe.sections, [section]: { ...before, prose } } };
      }
      case 'add-row': {
        const added = { ...(rows[0] ?? { at: unknownMoment() }), id: `row-${count}-${other}`, what: word() };
        return coeSchema.parse(withRows([...rows.slice(0, index), added, ...rows.slice(index)] as typeof rows));
      }
      case 'edit-row':
        return row === undefined ? coe : withRows(rows.with(index, { ...row, what: `${row.what} ${word()}` }));
      case 'remove-row':
        if (row === undefined) return coe;
        forget(row.what);
        return withRows(rows.toSpliced(index, 1));
      default:
        forget(coe.title);
        return { ...coe, title: word() };
    }
  };
  const settle = async ({ files, exchange }: Replica, pick: number, other: number): Promise<void> => {
    const open = [...exchange.branch.tree].filter(([path]) => parseTreePath(path)?.is === 'question');
    const [path, oid] = open[pick % Math.max(1, open.length)] ?? [];
    const question = oid === undefined ? null : readTeamQuestion((await exchange.branch.readText(oid)) ?? '');
    if (path === undefined || typeof question?.coeId !== 'string') return;
    const stored = files.contents.get(coePath(question.coeId));
    const read = stored === undefined ? null : readCoe(stored);
    if (read?.ok !== true) return;
    const settled = settleQuestion(
      read.value,
      question,
      (['first', 'second', 'stands'] as const)[other % 3] ?? 'stands',
    );
    if (settled === null) return;
    put({ files, exchange }, settled);
    // The person decided that the other wording goes.
    const stays = new Set(writeCoe(settled).match(/w\d+x/g));
    const shown = JSON.stringify(question).match(/w\d+x/g) ?? [];
    for (const gone of [...shown, ...(writeCoe(read.value).match(/w\d+x/g) ?? [])])
      if (!stays.has(gone)) words.delete(gone);
    await exchange.branch.commit({
      author: { name: 'x', email: 'x@invalid' },
      time: Math.floor((now += 1000) / 1000),
      message: 'Settle',
      edits: [{ path, deleted: true }],
    });
  };
  const untilQuiet = async (): Promise<void> => {
    for (let round = 0; round < 2 * size + 2; round += 1)
      for (const { exchange } of replicas) expect((await exchange.exchange()).failure).toBeNull();
  };
  const textsOf = async ({ exchange }: Replica): Promise<string> => {
    const texts = await Promise.all([...exchange.branch.tree.values()].map((oid) => exchange.branch.readText(oid)));
    return texts.join('\n');
  };
  return { replicas, words, run, untilQuiet, textsOf };
}

const becomeEqual = (root: string | null, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 5 }), someSteps, async (size, steps) => {
      const team = await createTeam(size, root);
      for (const step of steps) await team.run(step);
      await team.untilQuiet();
      const [first, ...others] = team.replicas;
      if (first === undefined) return;
      for (const other of others) {
        expect(other.exchange.branch.head()).toBe(first.exchange.branch.head());
        expect(Object.fromEntries(other.files.contents)).toEqual(Object.fromEntries(first.files.contents));
      }
      const texts = await team.textsOf(first);
      expect([...team.words].filter((word) => !texts.includes(word))).toEqual([]);
    }),
    { numRuns: runs },
  );

it('whatever several people do, their libraries become equal, and every word is in the tree or in an open question', async () => {
  await becomeEqual(null, RUNS);
});

it('the libraries become equal, and no word is lost, through a shared folder as well', async () => {
  await becomeEqual(temporaryFolder(), Math.ceil(RUNS / 3));
});

import { createHash } from 'node:crypto';

import { expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { publishedCoe } from '#domain/sharing/published-coe.ts';
import { parseRemoteAddress } from '#domain/team/remote-address.ts';
import { writeTeamFile } from '#domain/team/team-file.ts';
import { coePath, parseTreePath, TEAM_FILE } from '#domain/team/tree-paths.ts';
import { openExchange } from '#main/team/exchange.ts';
import { openServerTransport } from '#main/team/server-transport.ts';
import { foundIn } from '#test/support/canary-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { memoryFiles } from '#test/support/team/memory-files.ts';
import { memoryRepository, memoryServer } from '#test/support/team/memory-repository.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';
import { testId } from '#test/support/test-ids.ts';

const ACTS = 1000;
const SECTIONS = ['context', 'customerImpact', 'impact', 'noticed', 'mitigated', 'cause', 'learned'] as const;
const LABELS = ['me', 'coaching', 'published'] as const;

/** A sequence without a library, the same in every run. */
function sequence(): (below: number) => number {
  let state = 20_261_129;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

it('after a thousand acts in a private and a team library, no private word is in any object of the repository', async () => {
  const parsed = parseRemoteAddress('git@example.org:team.git', { allowLoopback: false });
  if (!parsed.ok) throw new Error(parsed.error);
  const server = memoryServer();
  const files = memoryFiles();
  files.contents.set(TEAM_FILE, writeTeamFile('01JZTEAM000000000000000000', 'Team'));
  let now = Date.UTC(2026, 10, 1);
  const repository = memoryRepository(server);
  const opened = await openExchange({
    repository,
    transport: await valueOf(
      openServerTransport({ repository, address: parsed.value, writer: '00000001', teamId: () => null }),
    ),
    files,
    memory: { read: async () => ({ bases: new Map(), known: new Map() }), write: async () => undefined },
    author: { name: 'Ann', email: 'ann@once.invalid' },
    clock: () => (now += 1000),
    pause: async () => undefined,
    random: () => 0,
  });
  if (!opened.ok) throw new Error(opened.error.kind);

  const pick = sequence();
  const own: Coe[] = Array.from({ length: 10 }, (_, index) => someCoe({ title: `hidden0title${index}` }, index + 1));
  const published = new Set<string>();
  const hidden = new Set<string>(own.map(({ title }) => title));
  let made = 0;
  let publications = 0;
  for (let act = 0; act < ACTS; act += 1) {
    const index = pick(own.length);
    const coe = own[index];
    const section = SECTIONS[pick(SECTIONS.length)] ?? 'context';
    if (coe === undefined) continue;
    switch (pick(5)) {
      case 0: {
        const word = `hidden${act}word`;
        hidden.add(word);
        const before = coe.sections[section];
        // A part that is already labelled as published takes no new private word.
        if (coe.audiences[`sections.${section}`] === 'published') break;
        own[index] = {
          ...coe,
          sections: { ...coe.sections, [section]: { ...before, prose: `${before.prose} ${word}` } },
        };
        break;
      }
      case 1: {
        const before = coe.sections[section];
        // Only what holds no private word yet is ever labelled as published.
        const label = before.prose === '' || published.has(before.prose) ? LABELS[pick(3)] : LABELS[pick(2)];
        const prose = label === 'published' && before.prose === '' ? `open${act}word` : before.prose;
        if (label === 'published') published.add(prose);
        own[index] = {
          ...coe,
          audiences: { ...coe.audiences, [`sections.${section}`]: label ?? 'me', title: 'me' },
          sections: { ...coe.sections, [section]: { ...before, prose } },
        };
        break;
      }
      case 2: {
        const hideId = (id: string): string => createHash('sha256').update(`${act} ${id}`).digest('hex').slice(0, 20);
        const id = testId(1000 + (made += 1));
        const choice = { times: 'exact', names: [], on: '2026-11-29', hideId, attachments: new Map() } as const;
        const copy = publishedCoe(coe, choice, id, () => now);
        if (copy === null) break;
        publications += 1;
        files.contents.set(coePath(copy.coe.id), writeCoe(coeSchema.parse(copy.coe)));
        break;
      }
      case 3: {
        const paths = [...files.contents.keys()].filter((path) => parseTreePath(path)?.is === 'coe');
        const path = paths[pick(Math.max(1, paths.length))] ?? '';
        const read = readCoe(files.contents.get(path) ?? '');
        if (read.ok) files.contents.set(path, writeCoe({ ...read.value, title: `Team ${act}` }));
        break;
      }
      default:
        expect((await opened.value.exchange()).failure).toBeNull();
    }
  }
  expect((await opened.value.exchange()).failure).toBeNull();
  expect(publications).toBeGreaterThan(100);
  const objects = [...server.blobs.values()].map((bytes) => Buffer.from(bytes));
  const everything = Buffer.concat(objects);
  expect([...hidden].filter((word) => foundIn(everything, word).length > 0)).toEqual([]);
  const ids = own.map(({ id }) => id);
  expect(ids.filter((id) => everything.includes(id))).toEqual([]);
  // As a control: what was labelled as published is found.
  expect([...published].some((word) => word !== '' && foundIn(everything, word).length > 0)).toBe(true);
}, 120_000);

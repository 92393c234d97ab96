import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';
import { expect, it } from 'vitest';

import { attachmentPart } from '#domain/coe/label-of.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import { readAttachmentFile, writeAttachmentFile } from '#main/coe-files/attachment-files.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { startPublishing } from '#main/team/publishing.ts';
import { foundIn } from '#test/support/canary-coe.ts';
import { jpegWith } from '#test/support/pictures.ts';
import { PROPERTY_SEED } from '#test/support/property-seed.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, everyObject } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';
import { joinTeam } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const ACTS = Number(process.env['ONCE_TEAM_ACTS'] ?? '150');
const SECTIONS = ['context', 'customerImpact', 'impact', 'noticed', 'mitigated', 'cause', 'learned'] as const;
/** How often each act comes; the slowest, which talks to the server, is the rarest. */
const ODDS = { write: 5, open: 4, attach: 3, name: 3, publish: 5, takeBack: 2, teamEdit: 3, exchange: 1 } as const;
type Act = keyof typeof ODDS;
const BAG = Object.entries(ODDS).flatMap(([act, times]) => Array.from({ length: times }, () => act as Act));

/** A sequence without a library, the same in every run. */
function sequence(): (below: number) => number {
  let state = PROPERTY_SEED;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A private library on the disk with some open COEs, and a team library that exchanges with a real repository. */
async function startBoth() {
  const home = temporaryFolder();
  const repository = createBareRepository(home);
  const daemon = await startGitDaemon(home);
  const ann = await joinTeam(home, 'Ann', daemon.addressOf('team.git'));
  const folder = path.join(home, 'private');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  const paths = libraryPathsOf(folder);
  const { handlers } = startPublishing({
    folder: ann.deps.teamFolder,
    library: () =>
      ({ folder, attachments: { readAttachment: (name: string) => readAttachmentFile(paths, name) } }) as Library,
    teams: async () => [{ folder: ann.library, name: 'Ours' }],
    isEncrypted: async () => false,
    clock: Date.now,
    zone: () => 'UTC',
    newId: ulid,
  });
  const library = handleOf(folder);
  return {
    repository,
    ann,
    keep: async (bytes: Uint8Array, name: string) => (await valueOf(writeAttachmentFile(paths, bytes, name))).name,
    publish: async (coe: Coe, names: readonly NameDecision[]) => {
      const { copy } = await valueOf(handlers['publishing:preview']({ coe, times: 'exact', names: [...names] }));
      await valueOf(handlers['publishing:publish']({ library, copy, to: handleOf(ann.library) }));
    },
    takeBackLast: async (coeId: string) => {
      const listed = await valueOf(handlers['publishing:list']({ coeId }));
      const last = listed.find(({ isThere }) => isThere === true);
      if (last === undefined) return false;
      await valueOf(handlers['publishing:take-back']({ library, coeId, published: last.coeId }));
      return true;
    },
    exchange: async () => {
      await ann.team().exchange();
      expect(await ann.team().state()).toMatchObject({ status: 'shared', problem: null });
    },
  };
}

it('after random acts in a private and a team library, nothing private is in any object of the repository', async () => {
  const { repository, ann, keep, publish, takeBackLast, exchange } = await startBoth();
  const pick = sequence();
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  const own = Array.from({ length: 6 }, (_, index) =>
    someCoe({ title: `hidden0title${index}`, summary: 'In short:', audiences: { summary: 'published' } }, index + 1),
  );
  for (const { id, title } of own) hidden.add(id).add(title);
  const names: NameDecision[] = [];
  const done: Record<Act, number> = Object.assign({}, ...Object.keys(ODDS).map((act) => ({ [act]: 0 })));
  for (let number = 0; number < ACTS; number += 1) {
    const act = BAG[pick(BAG.length)] ?? 'write';
    const index = pick(own.length);
    const coe = own[index] ?? someCoe();
    const section = SECTIONS[pick(SECTIONS.length)] ?? 'context';
    const part = `sections.${section}`;
    const { prose } = coe.sections[section];
    const withProse = (text: string): Coe['sections'] => ({
      ...coe.sections,
      [section]: { ...coe.sections[section], prose: text },
    });
    done[act] += 1;
    switch (act) {
      case 'write': {
        // A part that is labelled “Published” takes no private word.
        if (coe.audiences[part] === 'published') break;
        hidden.add(`hidden${number}word`);
        const label = (['me', 'coaching'] as const)[pick(2)] ?? 'me';
        own[index] = {
          ...coe,
          audiences: { ...coe.audiences, [part]: label },
          sections: withProse(`${prose} hidden${number}word`),
        };
        break;
      }
      case 'open':
        // Only what holds no private word is ever labelled “Published”.
        if (prose !== '' && coe.audiences[part] !== 'published') break;
        shown.add(`open${number}word`);
        own[index] = {
          ...coe,
          audiences: { ...coe.audiences, [part]: 'published' },
          sections: withProse(`${prose} open${number}word`),
        };
        break;
      case 'attach': {
        const isOpen = pick(2) === 0;
        const bytes = isOpen ? jpegWith({ text: true }) : Buffer.from(`hidden${number}file`);
        const name = await keep(bytes, isOpen ? 'picture.jpg' : 'notes.txt');
        // What is hidden in a picture stays here, and so does its name, which tells its content.
        hidden.add(isOpen ? 'taken by Ana' : `hidden${number}file`).add(name.slice(0, 64));
        own[index] = {
          ...coe,
          audiences: { ...coe.audiences, ...(isOpen ? { [attachmentPart(name)]: 'published' } : {}) },
          summary: `${coe.summary} [A file](attachments/${name})`,
        };
        break;
      }
      case 'name':
        hidden.add(`hidden${number}name`);
        shown.add(`Person${number}`);
        names.push({ name: `hidden${number}name`, as: 'pseudonym', pseudonym: `Person${number}` });
        own[index] = { ...coe, summary: `${coe.summary} It was hidden${number}name.` };
        break;
      case 'publish':
        await publish(coe, names);
        break;
      case 'takeBack':
        if (!(await takeBackLast(coe.id))) done.takeBack -= 1;
        break;
      case 'teamEdit': {
        const files = readdirSync(path.join(ann.library, 'coes'));
        const id = files[pick(Math.max(1, files.length))]?.replace('.json', '');
        if (id !== undefined) ann.put({ ...ann.coe(id), title: `Team ${number}` });
        break;
      }
      case 'exchange':
        await exchange();
    }
  }
  await exchange();
  await ann.team().close();
  for (const times of Object.values(done)) expect(times).toBeGreaterThan(0);
  const everything = everyObject(repository);
  expect([...hidden].filter((word) => foundIn(everything, word).length > 0)).toEqual([]);
  // As a control: what was labelled “Published” is found, and so is a picture.
  expect([...shown].filter((word) => foundIn(everything, word).length > 0).length).toBeGreaterThan(2);
  expect(everything.includes(Buffer.from('JFIF'))).toBe(true);
}, 900_000);

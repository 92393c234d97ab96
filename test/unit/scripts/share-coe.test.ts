import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { writeCard } from '#main/sharing/cards.ts';
import { generateSharingIdentity, writeIdentity } from '#main/sharing/identity.ts';
import { sentFrom } from '#main/sharing/replies/sent-shares.ts';
import { readShares } from '#main/sharing/share-record.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { shareCoe, type ShareOptions, showShare } from '../../../scripts/share/share-coe.ts';

const COE = coeSchema.parse({
  ...someCoe({ title: 'Zbigniew pressed the wrong button', author: 'Zbigniew Nowak' }),
  audiences: { 'sections.impact': 'me' },
  sections: { impact: { prose: 'A secret sum.' }, context: { prose: 'Nowak was on call.', stateWords: 'tired' } },
});

function optionsFor(changes: Partial<ShareOptions> = {}): ShareOptions & { readonly folder: string } {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'coes'));
  writeFileSync(path.join(folder, 'coes', `${COE.id}.json`), writeCoe(COE));
  return {
    folder,
    library: folder,
    coe: COE.id,
    audience: 'coaching',
    times: 'day',
    to: path.join(folder, 'out.once-share'),
    pseudonyms: false,
    card: null,
    identity: null,
    record: false,
    overwrite: false,
    ...changes,
  };
}

describe('npm run share', () => {
  it('writes what the labels let out, and shows it', async () => {
    const options = optionsFor();
    expect(await shareCoe(options)).toMatchObject({
      ok: true,
      value: { isEncrypted: false, left: { sections: ['impact'], fields: 1 } },
    });
    const shown = await showShare(options.to, null);
    expect(shown).toMatchObject({ ok: true, value: { coe: { title: COE.title } } });
    expect(readFileSync(options.to, 'utf8')).not.toMatch(/secret sum|tired/);
  });

  it('replaces every name when asked', async () => {
    const options = optionsFor({ pseudonyms: true });
    expect(await shareCoe(options)).toMatchObject({ ok: true, value: { left: { names: 1 } } });
    expect(readFileSync(options.to, 'utf8')).not.toMatch(/zbigniew|nowak/i);
    expect(readFileSync(options.to, 'utf8')).toContain('Person A was on call.');
  });

  it('encrypts for the person of a card, who alone can show it', async () => {
    const coach = generateSharingIdentity('Cleo');
    const options = optionsFor();
    const [card, keys] = [path.join(options.folder, 'cleo.once-card'), path.join(options.folder, 'keys')];
    writeFileSync(card, writeCard(coach));
    await writeIdentity(keys, coach, { seal: async () => null, open: async () => null });
    expect(await shareCoe({ ...options, card })).toMatchObject({ ok: true, value: { isEncrypted: true } });
    expect(await showShare(options.to, keys)).toMatchObject({ ok: true, value: { audience: 'coaching' } });
    const refused = await showShare(options.to, null);
    expect(refused.ok ? '' : refused.error).toContain('encrypted for somebody else');
  });

  it('records the copy when asked, so that a reply to it is known, and numbers the next one', async () => {
    const options = optionsFor({ record: true });
    const keys = path.join(options.folder, 'keys');
    const paths = libraryPathsOf(options.folder);
    expect(await shareCoe({ ...options, record: false, identity: keys })).toMatchObject({
      value: { isRecorded: false },
    });
    expect(await readShares(paths, COE.id)).toEqual({ ok: true, value: [] });
    const [first, second] = [
      await shareCoe({ ...options, identity: keys, overwrite: true }),
      await shareCoe({ ...options, identity: keys, overwrite: true }),
    ];
    expect([first, second]).toMatchObject([{ value: { isRecorded: true } }, { value: { isRecorded: true } }]);
    const { share, seq } = JSON.parse(readFileSync(options.to, 'utf8')) as { share: string; seq: number };
    expect(seq).toBe(2);
    const sent = sentFrom({ folder: options.folder, cipher: PLAIN_CIPHER });
    expect(await sent.find(share)).toMatchObject({ value: { share, coeId: COE.id, reader: null } });
  });

  it('says in a sentence what it cannot do', async () => {
    const options = optionsFor();
    const sentence = async (changes: Partial<ShareOptions>): Promise<string> => {
      const shared = await shareCoe({ ...options, ...changes });
      return shared.ok ? '' : shared.error;
    };
    expect(await sentence({ coe: '../x' })).toContain('There is no COE ../x');
    expect(await sentence({ library: '/nowhere' })).toContain('There is no folder');
    writeFileSync(options.to, 'mine');
    expect(await sentence({})).toContain('exists already');
    expect(readFileSync(options.to, 'utf8')).toBe('mine');
    const encrypted = temporaryFolder();
    mkdirSync(path.join(encrypted, 'coes'));
    mkdirSync(path.join(encrypted, 'vault'));
    const description = { format: 'once-vault', version: 1, recipient: 'age1x', state: 'encrypted', change: null };
    writeFileSync(path.join(encrypted, 'vault', 'vault.json'), JSON.stringify(description));
    expect(await sentence({ library: encrypted })).toContain('encrypted');
    const other = path.join(options.folder, 'other.once-share');
    for (const card of [options.folder, path.join(options.folder, 'none')])
      expect(await sentence({ to: other, card })).toBe(`There is no file ${card}.`);
    expect(existsSync(other)).toBe(false);
  });

  it('says in a sentence what it cannot show, and makes no keys for it', async () => {
    const options = optionsFor();
    await shareCoe(options);
    for (const file of [options.folder, path.join(options.folder, 'none')])
      expect(await showShare(file, null)).toEqual({ ok: false, error: `There is no file ${file}.` });
    const keys = path.join(options.folder, 'keys');
    expect(await showShare(options.to, keys)).toEqual({ ok: false, error: `There are no keys in ${keys}.` });
    expect(existsSync(keys)).toBe(false);
  });
});

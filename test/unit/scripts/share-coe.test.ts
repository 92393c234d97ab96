import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { writeCard } from '#main/sharing/cards.ts';
import { generateSharingIdentity, writeIdentity } from '#main/sharing/identity.ts';
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
    await writeIdentity(keys, coach, { seal: () => null, open: () => null });
    expect(await shareCoe({ ...options, card })).toMatchObject({ ok: true, value: { isEncrypted: true } });
    expect(await showShare(options.to, keys)).toMatchObject({ ok: true, value: { audience: 'coaching' } });
    const refused = await showShare(options.to, null);
    expect(refused.ok ? '' : refused.error).toContain('encrypted for somebody else');
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
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { writeCard } from '#main/sharing/cards.ts';
import { createOwnIdentity } from '#main/sharing/own-identity.ts';
import { readShareFile } from '#main/sharing/seal-share.ts';
import { readShares } from '#main/sharing/share-record.ts';
import { sharingHandlers, type SharingHandlersDeps } from '#main/sharing/sharing-handlers.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { COACH, STRANGER } from './share-fixtures.ts';

/** The handlers with a library of one folder, and dialogs that choose what a test put there; null cancels. */
function openSharing() {
  const root = temporaryFolder();
  const folder = path.join(root, 'library');
  mkdirSync(folder);
  const picks: { where: string | null; card: string | null; suggested: string } = {
    where: null,
    card: null,
    suggested: '',
  };
  const library = {
    folder,
    cipher: PLAIN_CIPHER,
    patterns: { knownPatterns: () => [] },
    attachments: { readAttachment: async () => null },
  } as unknown as Library;
  const keeper = { seal: async () => null, open: async () => null };
  let isLocked = false;
  let changed = (): void => undefined;
  const setLocked = (locked: boolean): void => {
    isLocked = locked;
    changed();
  };
  const deps: SharingHandlersDeps = {
    folder: path.join(root, 'sharing'),
    own: createOwnIdentity(path.join(root, 'sharing'), keeper, () => 'Mia'),
    isSealed: async () => false,
    library: () => (isLocked ? null : library),
    onLibraryChanged: (listener) => (changed = listener),
    askWhere: async ({ name }) => {
      picks.suggested = name;
      return picks.where;
    },
    askForCard: async () => picks.card,
    unknownWords: async (words) => words.filter((word) => word === 'zbigniew'),
    threadOf: async () => [],
    clock: () => Date.parse('2026-06-01T10:00:00Z'),
    zone: () => 'UTC',
    locale: () => 'en-GB',
    toPdf: async () => ({ ok: true, value: Buffer.from('%PDF') }),
  };
  const card = (identity: typeof COACH): void => {
    picks.card = path.join(root, 'a.once-card');
    writeFileSync(picks.card, writeCard(identity));
  };
  return {
    root,
    folder,
    picks,
    card,
    handlers: sharingHandlers(deps),
    own: deps.own,
    library: handleOf(folder),
    setLocked,
  };
}

const request = (coe: Coe, to: string | null) => ({
  coe,
  to,
  audience: 'coaching' as const,
  times: 'day' as const,
  names: [{ name: 'Zbigniew', as: 'pseudonym' as const, pseudonym: 'Person A' }],
  asks: '',
  notForRatings: true,
  deleteAfter: null,
});
const COE = someCoe({ title: 'Zbigniew forgot' });

describe('one’s own card', () => {
  it('is made on first use, and keeps its keys when its name changes', async () => {
    const { handlers, picks, root } = openSharing();
    expect(await handlers['sharing:own-card']({})).toEqual({ ok: true, value: null });
    picks.where = path.join(root, 'mia.once-card');
    expect(await handlers['sharing:save-card']({})).toEqual({ ok: true, value: { fileName: 'mia.once-card' } });
    const [before, after] = [
      await handlers['sharing:own-card']({}),
      await handlers['sharing:name-card']({ name: 'Mia Writer' }),
    ];
    expect(before).toMatchObject({ value: { name: 'Mia' } });
    expect(after).toMatchObject({ value: { name: 'Mia Writer', words: before.ok ? before.value?.words : [] } });
  });
});

describe('a copy', () => {
  it('that was shown is forgotten when the library locks', async () => {
    const { handlers, picks, root, library, setLocked } = openSharing();
    const preview = await handlers['sharing:preview'](request(COE, null));
    if (!preview.ok) throw new Error(preview.error.kind);
    const { copy } = preview.value;
    picks.where = path.join(root, 'out.once-share');
    setLocked(true);
    setLocked(false);
    expect(await handlers['sharing:save']({ library, copy })).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await handlers['sharing:save-document']({ copy, format: 'markdown' })).toMatchObject({
      error: { kind: 'not-found' },
    });
    expect(existsSync(picks.where)).toBe(false);
  });

  it('is saved byte for byte as it was shown, under its own title, and goes into the record', async () => {
    const sharing = openSharing();
    const { handlers, picks, root, folder, own, library } = sharing;
    sharing.card(COACH);
    expect(await handlers['sharing:import-card']({})).toMatchObject({
      value: { name: 'Cleo Coach', hasCompared: false },
    });
    expect(
      await handlers['sharing:find-names']({ coe: COE, to: COACH.person.key, audience: 'coaching' }),
    ).toMatchObject({
      value: { decisions: [{ name: 'Zbigniew', as: 'pseudonym', pseudonym: 'Person A' }] },
    });
    const preview = await handlers['sharing:preview'](request(COE, COACH.person.key));
    if (!preview.ok) throw new Error(preview.error.kind);
    expect(preview.value).toMatchObject({ coe: { title: 'Person A forgot' }, seq: 1, isEncrypted: true });
    const { copy } = preview.value;
    expect(await handlers['sharing:save']({ library, copy })).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await readShares(libraryPathsOf(folder), COE.id)).toEqual({ ok: true, value: [] });
    picks.where = path.join(root, 'out.once-share.age');
    expect(await handlers['sharing:save']({ library, copy })).toMatchObject({ ok: true });
    expect(picks.suggested).toBe('Person A forgot.once-share.age');
    const bytes = readFileSync(picks.where);
    expect(bytes.length).toBe(preview.value.bytes);
    const writer = await own.readOrMake();
    if (!writer.ok) throw new Error(writer.error.kind);
    expect(readShareFile(bytes, COACH, [writer.value.person])).toMatchObject({
      value: { sender: { name: 'Mia' }, file: { kind: 'copy', seq: 1 } },
    });
    expect(await handlers['sharing:shares']({ coeId: COE.id })).toMatchObject({
      value: [{ to: { name: 'Cleo Coach' }, copies: 1, lastOn: '2026-06-01' }],
    });
    const second = await handlers['sharing:preview'](request(COE, COACH.person.key));
    expect(second).toMatchObject({ value: { seq: 2 } });
    expect(await handlers['sharing:save']({ library, copy })).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('is not saved into another library than the one that is open', async () => {
    const { handlers } = openSharing();
    const preview = await handlers['sharing:preview'](request(COE, null));
    if (!preview.ok) throw new Error(preview.error.kind);
    const saved = await handlers['sharing:save']({ library: '0'.repeat(24), copy: preview.value.copy });
    expect(saved).toEqual({ ok: false, error: { kind: 'library-switched' } });
  });

  it('for a reader without Once has the same content, and no other', async () => {
    const { handlers, picks, root } = openSharing();
    const coe = { ...COE, tags: ['secret'] };
    const preview = await handlers['sharing:preview'](request(coe, null));
    if (!preview.ok) throw new Error(preview.error.kind);
    picks.where = path.join(root, 'out.md');
    await handlers['sharing:save-document']({ copy: preview.value.copy, format: 'markdown' });
    const text = readFileSync(picks.where, 'utf8');
    expect(text).toContain('Person A forgot');
    expect(text).not.toMatch(/Zbigniew|secret/);
    expect(text).not.toContain(coe.id);
  });
});

describe('a withdrawal', () => {
  it('is a file of the same share for the same reader, and the next copy begins another share', async () => {
    const sharing = openSharing();
    const { handlers, picks, root, library } = sharing;
    sharing.card(COACH);
    await handlers['sharing:import-card']({});
    const preview = await handlers['sharing:preview'](request(COE, COACH.person.key));
    if (!preview.ok) throw new Error(preview.error.kind);
    picks.where = path.join(root, 'out');
    await handlers['sharing:save']({ library, copy: preview.value.copy });
    const [share] = await sharesOf(sharing);
    if (share === undefined) throw new Error('no share');
    expect(await handlers['sharing:withdraw']({ library, coeId: COE.id, share })).toMatchObject({ ok: true });
    expect(picks.suggested).toBe('Withdrawn Person A forgot.once-share.age');
    expect(readShareFile(readFileSync(picks.where), COACH, [])).toMatchObject({
      value: { file: { kind: 'withdrawal', share, seq: 2, body: { on: '2026-06-01' } } },
    });
    expect(await handlers['sharing:shares']({ coeId: COE.id })).toMatchObject({
      value: [{ withdrawnOn: '2026-06-01' }],
    });
    const next = await handlers['sharing:preview'](request(COE, COACH.person.key));
    if (!next.ok) throw new Error(next.error.kind);
    expect(next.value.seq).toBe(1);
    await handlers['sharing:save']({ library, copy: next.value.copy });
    const shares = await handlers['sharing:shares']({ coeId: COE.id });
    expect(shares).toMatchObject({
      value: [
        { share, withdrawnOn: '2026-06-01' },
        { withdrawnOn: null, copies: 1 },
      ],
    });
  });
});

async function sharesOf({ handlers }: ReturnType<typeof openSharing>): Promise<string[]> {
  const shares = await handlers['sharing:shares']({ coeId: COE.id });
  return shares.ok ? shares.value.map(({ share }) => share) : [];
}

describe('a card of somebody known with another key', () => {
  it('is refused until the contact is removed', async () => {
    const sharing = openSharing();
    sharing.card(COACH);
    await sharing.handlers['sharing:import-card']({});
    const person = { ...STRANGER.person, name: COACH.person.name };
    sharing.card({ ...STRANGER, person });
    const changed = { ok: false, error: { kind: 'sharing', fault: 'changed-card' } };
    expect(await sharing.handlers['sharing:import-card']({})).toEqual(changed);
    await sharing.handlers['sharing:remove-contact']({ key: COACH.person.key });
    expect(await sharing.handlers['sharing:import-card']({})).toMatchObject({ value: { key: STRANGER.person.key } });
  });
});

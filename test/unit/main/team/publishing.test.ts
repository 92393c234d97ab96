import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { attachmentPart } from '#domain/coe/label-of.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { attachmentNameFor } from '#main/coe-files/attachment-files.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { startPublishing } from '#main/team/publishing.ts';
import { canaryCoe, foundIn } from '#test/support/canary-coe.ts';
import { heldClock } from '#test/support/held-clock.ts';
import { jpegWith } from '#test/support/pictures.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

function publishing({ isEncrypted = false } = {}) {
  let isConnected = true;
  const home = temporaryFolder();
  const [own, team] = [path.join(home, 'own'), path.join(home, 'team')];
  for (const name of ['coes', 'trash']) mkdirSync(path.join(team, name), { recursive: true });
  const pictures = new Map<string, Uint8Array>();
  let made = 500;
  const { handlers, readCopied } = startPublishing({
    folder: path.join(home, 'records'),
    // Publishing asks the open library only where it is.
    library: () =>
      ({ folder: own, attachments: { readAttachment: async (name) => pictures.get(name) ?? null } }) as Library,
    teams: async () => (isConnected ? [{ folder: team, name: 'Payments' }] : []),
    isEncrypted: async () => isEncrypted,
    clock: heldClock().clock,
    zone: () => 'UTC',
    newId: () => testId((made += 1)),
  });
  const publish = async (coe: Coe) => {
    const preview = await handlers['publishing:preview']({ coe, times: 'exact', names: [] });
    if (!preview.ok) throw new Error(preview.error.kind);
    const { copy } = preview.value;
    return handlers['publishing:publish']({ library: handleOf(own), copy, to: handleOf(team) });
  };
  const disconnect = (): void => {
    isConnected = false;
  };
  const record = path.join(home, 'records', 'published.json');
  return { handlers, readCopied, record, team, library: handleOf(own), pictures, publish, disconnect };
}

it('publishes what is labelled “Published” under new ids, and nothing else', async () => {
  const { publish, team } = publishing();
  const coe = someCoe({
    title: 'A public title',
    summary: 'Said to nobody',
    audiences: { title: 'published', summary: 'me' },
  });
  const published = await publish(coe);
  expect(published).toMatchObject({ ok: true, value: { name: 'Payments' } });
  const files = readdirSync(path.join(team, 'coes'));
  const text = readFileSync(path.join(team, 'coes', files[0] ?? ''), 'utf8');
  expect(readCoe(text)).toMatchObject({ ok: true, value: { title: 'A public title', summary: '' } });
  expect(files).not.toContain(`${coe.id}.json`);
  expect(text).not.toContain(coe.id);
});

it('publishes a picture that is labelled “Published” without what is hidden in it, and no other one', async () => {
  const { publish, team, pictures } = publishing();
  const keep = (bytes: Uint8Array): string => {
    const name = attachmentNameFor(bytes, 'picture.jpg');
    pictures.set(name, bytes);
    return name;
  };
  const [shown, hidden] = [keep(jpegWith({ text: true })), keep(jpegWith({ make: true }))];
  const coe = someCoe({
    title: 'A public title',
    summary: `![Alarm](attachments/${shown}) ![Mine](attachments/${hidden})`,
    audiences: { title: 'published', summary: 'published', [attachmentPart(shown)]: 'published' },
  });
  expect(await publish(coe)).toMatchObject({ ok: true });
  const names = readdirSync(path.join(team, 'attachments'));
  expect(names).toHaveLength(1);
  const [name = ''] = names;
  const bytes = readFileSync(path.join(team, 'attachments', name));
  expect(name).toBe(attachmentNameFor(bytes, 'picture.jpg'));
  expect(bytes.includes('taken by Ana')).toBe(false);
  const [file = ''] = readdirSync(path.join(team, 'coes'));
  const read = readCoe(readFileSync(path.join(team, 'coes', file), 'utf8'));
  expect(read).toMatchObject({ ok: true, value: { summary: `![Alarm](attachments/${name}) (picture left out)` } });
});

it('publishes pictures and files as far as there is room, and counts the others as left out', async () => {
  const { handlers, pictures } = publishing();
  const names = [9, 12, 10].map((megabytes) => {
    const bytes = Buffer.alloc(megabytes * 1_000_000, megabytes);
    const name = attachmentNameFor(bytes, 'log.txt');
    pictures.set(name, bytes);
    return name;
  });
  const labels = names.map((name) => [attachmentPart(name), 'published'] as const);
  const coe = someCoe({
    title: 'A public title',
    summary: names.map((name) => `[Log](attachments/${name})`).join(' '),
    audiences: { title: 'published', summary: 'published', ...Object.fromEntries(labels) },
  });
  const preview = await handlers['publishing:preview']({ coe, times: 'exact', names: [] });
  if (!preview.ok) throw new Error(preview.error.kind);
  expect(preview.value.attachments).toEqual([names[0], names[2]]);
  expect(preview.value.left.attachments).toBe(1);
});

it('gives the page the names of what goes along, and the content of each only for the last copy', async () => {
  const { handlers, readCopied, pictures } = publishing();
  const picture = jpegWith({ text: true });
  const name = attachmentNameFor(picture, 'picture.jpg');
  pictures.set(name, picture);
  const coe = someCoe({
    title: 'A public title',
    summary: `![Alarm](attachments/${name})`,
    audiences: { title: 'published', summary: 'published', [attachmentPart(name)]: 'published' },
  });
  const previewed = async () => {
    const preview = await handlers['publishing:preview']({ coe, times: 'exact', names: [] });
    if (!preview.ok) throw new Error(preview.error.kind);
    return preview.value;
  };
  const [first, last] = [await previewed(), await previewed()];
  const [copied = ''] = last.attachments;
  const bytes = await readCopied({ copy: last.copy, name: copied });
  expect(bytes === null ? null : attachmentNameFor(bytes, 'picture.jpg')).toBe(copied);
  expect(JSON.stringify(last)).not.toContain(
    Buffer.from(bytes ?? '')
      .toString('base64')
      .slice(0, 40),
  );
  const others = [
    { copy: first.copy, name: copied },
    { copy: last.copy, name },
  ];
  expect(await Promise.all(others.map(readCopied))).toEqual([null, null]);
});

it('counts a COE as published only once its file is there, and once however often it was tried', async () => {
  const { handlers, library, pictures, team } = publishing();
  const bytes = Buffer.from('%PDF-1.7 a letter');
  const name = attachmentNameFor(bytes, 'letter.pdf');
  pictures.set(name, bytes);
  const coe = someCoe({
    title: 'A public title',
    summary: `[Letter](attachments/${name})`,
    audiences: { title: 'published', summary: 'published', [attachmentPart(name)]: 'published' },
  });
  const preview = await handlers['publishing:preview']({ coe, times: 'exact', names: [] });
  const copy = preview.ok ? preview.value.copy : '';
  const publishIt = () => handlers['publishing:publish']({ library, copy, to: handleOf(team) });
  // A file stands where the folder of attachments should be.
  writeFileSync(path.join(team, 'attachments'), '');
  expect((await publishIt()).ok).toBe(false);
  expect(await handlers['publishing:list']({ coeId: coe.id })).toEqual({ ok: true, value: [] });
  rmSync(path.join(team, 'attachments'));
  expect((await publishIt()).ok).toBe(true);
  const listed = await handlers['publishing:list']({ coeId: coe.id });
  expect(listed.ok && listed.value).toHaveLength(1);
});

it('writes nothing into a team library whose files are encrypted', async () => {
  const { publish, team } = publishing({ isEncrypted: true });
  const refused = await publish(someCoe());
  const problem = refused.ok || refused.error.kind !== 'team' ? null : refused.error.problem;
  expect(problem?.what).toMatch(/^The library .+ is encrypted on this computer/);
  expect(readdirSync(path.join(team, 'coes'))).toEqual([]);
});

it('lets no private word through, from any field', async () => {
  const { publish, team } = publishing();
  const { coe, canaries } = canaryCoe();
  await publish({ ...coe, audiences: {} });
  const found = readdirSync(path.join(team, 'coes')).flatMap((name) => {
    const bytes = readFileSync(path.join(team, 'coes', name));
    return [...canaries.values()].filter((word) => foundIn(bytes, word).length > 0);
  });
  expect(found).toEqual([]);
});

it('takes a published COE back into the trash of the team library', async () => {
  const { handlers, publish, team, library } = publishing();
  const coe = someCoe({ title: 'A public title', audiences: { title: 'published' } });
  await publish(coe);
  const listed = await handlers['publishing:list']({ coeId: coe.id });
  const entry = listed.ok ? listed.value[0] : undefined;
  expect(entry).toMatchObject({ name: 'Payments' });
  const taken = await handlers['publishing:take-back']({ library, coeId: coe.id, published: entry?.coeId ?? '' });
  expect(taken.ok).toBe(true);
  expect(readdirSync(path.join(team, 'coes'))).toEqual([]);
  expect(readdirSync(path.join(team, 'trash'))).toHaveLength(1);
  expect(await handlers['publishing:list']({ coeId: coe.id })).toEqual({
    ok: true,
    value: [{ ...entry, takenBackOn: expect.any(String), isThere: false }],
  });
});

it('offers to take a COE back again that the team kept, because somebody had changed it', async () => {
  const { handlers, publish, team, library } = publishing();
  const coe = someCoe({ title: 'A public title', audiences: { title: 'published' } });
  const published = await publish(coe);
  const { coeId } = published.ok ? published.value : { coeId: '' };
  const file = path.join(team, 'coes', `${coeId}.json`);
  const changed = readFileSync(file);
  const takeBack = () => handlers['publishing:take-back']({ library, coeId: coe.id, published: coeId });
  await takeBack();
  // What the next exchange writes when somebody had changed the COE.
  writeFileSync(file, changed);
  const listed = await handlers['publishing:list']({ coeId: coe.id });
  expect(listed).toMatchObject({ ok: true, value: [{ coeId, takenBackOn: expect.any(String), isThere: true }] });
  expect((await takeBack()).ok).toBe(true);
  expect(readdirSync(path.join(team, 'coes'))).toEqual([]);
  const after = await handlers['publishing:list']({ coeId: coe.id });
  expect(after).toMatchObject({ ok: true, value: [{ coeId, isThere: false }] });
});

it('does not say whether a COE that was taken back is gone from a team library that it cannot look at', async () => {
  const { handlers, publish, team, library, disconnect } = publishing();
  const coe = someCoe({ title: 'A public title', audiences: { title: 'published' } });
  const published = await publish(coe);
  const { coeId } = published.ok ? published.value : { coeId: '' };
  expect((await handlers['publishing:take-back']({ library, coeId: coe.id, published: coeId })).ok).toBe(true);
  const listed = () => handlers['publishing:list']({ coeId: coe.id });
  const unknown = { ok: true, value: [{ coeId, takenBackOn: expect.any(String), isThere: null }] };
  expect(await listed()).toMatchObject({ ok: true, value: [{ coeId, isThere: false }] });
  renameSync(team, `${team} away`);
  expect(await listed()).toMatchObject(unknown);
  renameSync(`${team} away`, team);
  expect(await listed()).toMatchObject({ ok: true, value: [{ coeId, isThere: false }] });
  disconnect();
  expect(await listed()).toMatchObject(unknown);
});

it('refuses to publish into a library that it does not know, and a preview that is out of date', async () => {
  const { handlers, library, team } = publishing();
  const preview = await handlers['publishing:preview']({ coe: someCoe(), times: 'exact', names: [] });
  const copy = preview.ok ? preview.value.copy : '';
  const elsewhere = await handlers['publishing:publish']({ library, copy, to: 'f'.repeat(24) });
  const older = await handlers['publishing:publish']({ library, copy: '0'.repeat(32), to: handleOf(team) });
  for (const refused of [elsewhere, older]) expect(refused).toEqual({ ok: false, error: { kind: 'not-found' } });
  expect(readdirSync(path.join(team, 'coes'))).toEqual([]);
});

it('says that the folder of a team library is away or not to be looked at, and takes nothing as done', async () => {
  const { handlers, publish, team, library } = publishing();
  const coe = someCoe({ title: 'A public title', audiences: { title: 'published' } });
  const published = await publish(coe);
  const { coeId } = published.ok ? published.value : { coeId: '' };
  const another = someCoe({ title: 'Another title', audiences: { title: 'published' } }, 2);
  const takeBack = () => handlers['publishing:take-back']({ library, coeId: coe.id, published: coeId });
  const away = {
    ok: false,
    error: {
      kind: 'team',
      problem: {
        what: 'The folder or the disk of Payments cannot be found.',
        todo: 'Connect the disk, or put the folder back where it was. Then try again.',
      },
    },
  };
  renameSync(team, `${team} away`);
  expect(await publish(another)).toMatchObject(away);
  expect(await takeBack()).toMatchObject(away);
  // A file where the folder should be: its disk answers with another error than that nothing is there.
  writeFileSync(team, '');
  expect(await publish(another)).toMatchObject(away);
  expect(await takeBack()).toMatchObject(away);
  rmSync(team);
  renameSync(`${team} away`, team);
  const listed = await handlers['publishing:list']({ coeId: coe.id });
  expect(listed).toMatchObject({ ok: true, value: [{ coeId, takenBackOn: null, isThere: true }] });
  expect((await takeBack()).ok).toBe(true);
  expect(readdirSync(path.join(team, 'coes'))).toEqual([]);
});

it('publishes nothing while the list of what was published cannot be read, and never replaces it', async () => {
  const { handlers, publish, record, team } = publishing();
  mkdirSync(path.dirname(record));
  // A link to itself: the disk gives nothing, but would let it be replaced.
  symlinkSync(record, record);
  const coe = someCoe({ title: 'A public title', audiences: { title: 'published' } });
  expect(await publish(coe)).toMatchObject({ ok: false, error: { kind: 'disk' } });
  expect(await handlers['publishing:list']({ coeId: coe.id })).toMatchObject({ ok: false, error: { kind: 'disk' } });
  expect(lstatSync(record).isSymbolicLink()).toBe(true);
  expect(readdirSync(path.join(team, 'coes'))).toEqual([]);
});

it.each(['{"half', '{}', '[{"library":"of a newer version"}]'])(
  'publishes and takes back nothing while the list of what was published is %j, and keeps it',
  async (damaged) => {
    const { handlers, publish, record, team, library } = publishing();
    const coe = someCoe({ title: 'A public title', audiences: { title: 'published' } });
    const first = await publish(coe);
    const published = first.ok ? first.value.coeId : '';
    const whole = readFileSync(record);
    writeFileSync(record, damaged);
    const refused = { ok: false, error: { kind: 'team', problem: { todo: expect.stringContaining(record) } } };
    expect(await publish(coe)).toMatchObject(refused);
    expect(await handlers['publishing:list']({ coeId: coe.id })).toMatchObject(refused);
    expect(await handlers['publishing:take-back']({ library, coeId: coe.id, published })).toMatchObject(refused);
    expect(readFileSync(record, 'utf8')).toBe(damaged);
    expect(readdirSync(path.join(team, 'coes'))).toEqual([`${published}.json`]);
    writeFileSync(record, whole);
    expect(await handlers['publishing:take-back']({ library, coeId: coe.id, published })).toEqual({
      ok: true,
      value: null,
    });
  },
);

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { fail, ok } from '#domain/result.ts';
import type { ShareFileOf } from '#domain/sharing/share-file.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { listFilesToBackUp } from '#main/backups/files-to-back-up.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { importReply, type ReplyDeps } from '#main/sharing/replies/import-reply.ts';
import type { SentShare } from '#main/sharing/replies/sent-shares.ts';
import { threadHandlers } from '#main/sharing/replies/thread-handlers.ts';
import { COACH, coachingEvent, eventIdOf, WRITER } from '#test/support/coaching-events.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';

const SHARE = '0123456789abcdef0123456789abcdef';
const OTHER = `ed25519:${'d'.repeat(64)}`;
const RECIPIENT = `age1${'q'.repeat(58)}`;

const hideId = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

type Reply = ShareFileOf<'reply'>;
const replyWith = (thread: readonly CoachingEvent[], changes: Partial<Reply> = {}): Reply => ({
  format: 'once-share',
  version: 1,
  kind: 'reply',
  share: SHARE,
  seq: 1,
  previous: null,
  from: { name: 'M.', key: COACH, recipient: RECIPIENT },
  to: WRITER,
  hash: '0'.repeat(64),
  sig: '0'.repeat(128),
  body: { seen: 1, thread: [...thread] },
  ...changes,
});

/** An open library with one COE that was shared, and what importing and answering need. */
async function shared(changes: Partial<SentShare> = {}, library?: Library) {
  const opened = library === undefined ? await openTestLibrary() : null;
  const own = library ?? opened?.library;
  if (own === undefined) throw new Error('no library');
  const made = await own.create({ kind: 'outage', title: 'Queue', happened: dayMoment('2026-05-01') });
  if (!made.ok) throw new Error(made.error.kind);
  const coeId = made.value.coe.id;
  let sent: SentShare = {
    share: SHARE,
    coeId,
    reader: { name: 'M.', key: COACH },
    isWithdrawn: false,
    names: [{ name: 'Anna', as: 'pseudonym', pseudonym: 'Person A' }],
    hideId,
    copies: new Map([[1, { title: 'Queue', sections: { cause: { prose: 'It was full.' } } }]]),
    ...changes,
  };
  const records = {
    find: async (share: string) => ok(share === SHARE ? sent : null),
    ofCoe: async (id: string) => ok(id === coeId ? [sent] : []),
    pin: async (_sent: SentShare, reader: { name: string; key: string }) => {
      sent = { ...sent, reader };
      return ok(null);
    },
  };
  const announced: string[] = [];
  const deps: ReplyDeps = {
    store: own.shares,
    sent: records,
    ownKey: async () => ok(WRITER),
    open: async (bytes) => {
      const file = JSON.parse(Buffer.from(bytes).toString('utf8')) as Reply | null;
      return file === null ? fail({ kind: 'not-text' }) : ok(file);
    },
    announce: (id) => announced.push(id),
  };
  const handlers = threadHandlers({
    library: () => own,
    sentFrom: () => records,
    ownKey: deps.ownKey,
    clock: () => Date.parse('2026-05-13T09:00:00Z'),
    zone: () => 'UTC',
    announce: () => undefined,
  });
  const receive = (file: Reply | null, accepted?: string) =>
    importReply(deps, Buffer.from(JSON.stringify(file)), accepted);
  const threads = async () => {
    const read = await handlers['sharing:threads']({ coeId });
    if (!read.ok) throw new Error(read.error.kind);
    return read.value[0];
  };
  return { library: own, folder: own.folder, coeId, receive, handlers, threads, announced };
}

const QUESTION = coachingEvent('q', COACH, 1, 'question');
const PROPOSAL = coachingEvent('p', COACH, 2, 'proposal', null, {
  action: { text: 'Watch the queue', doneWhen: '', due: null, checkDate: null },
});
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

describe('importing a reply', () => {
  it('says what is new and what was known, and writes neither into the COE', async () => {
    const { receive, threads, announced, coeId, folder } = await shared();
    const before = readFileSync(path.join(folder, 'coes', `${coeId}.json`), 'utf8');
    expect(await receive(replyWith([QUESTION]))).toEqual(
      ok({ is: 'imported', coeId, from: { name: 'M.', key: COACH }, added: [QUESTION.id], known: 0 }),
    );
    expect(await receive(replyWith([QUESTION, PROPOSAL]))).toMatchObject({
      value: { added: [PROPOSAL.id], known: 1 },
    });
    expect(await receive(replyWith([QUESTION]))).toMatchObject({ value: { added: [], known: 1 } });
    expect((await threads())?.events).toEqual([QUESTION, PROPOSAL]);
    expect((await threads())?.news).toEqual({ added: [QUESTION.id, PROPOSAL.id], known: 0 });
    expect(readFileSync(path.join(folder, 'coes', `${coeId}.json`), 'utf8')).toBe(before);
    expect(announced).toEqual([coeId, coeId, coeId]);
  });

  it.each<[string, Partial<Reply>, Partial<SentShare>]>([
    ['for-another', { to: OTHER }, {}],
    ['for-another', { to: null }, {}],
    ['unknown-share', { share: 'f'.repeat(32) }, {}],
    ['withdrawn', {}, { isWithdrawn: true }],
    ['of-another', { from: { name: 'M.', key: OTHER, recipient: RECIPIENT } }, {}],
    ['event-of-another', { body: { seen: 1, thread: [coachingEvent('x', OTHER, 1, 'question')] } }, {}],
    ['event-of-another', { body: { seen: 1, thread: [coachingEvent('x', WRITER, 1, 'resolve', 'q')] } }, {}],
    ['not-a-reply', { kind: 'withdrawal' } as unknown as Partial<Reply>, {}],
  ])('refuses one as %s, and writes nothing', async (reason, file, sent) => {
    const { receive, folder, coeId } = await shared(sent);
    expect(await receive(replyWith([QUESTION], file))).toEqual(fail({ kind: 'reply-refused', reason }));
    expect(filesIn(path.join(folder, 'versions', coeId))).toEqual([]);
  });

  it('refuses the whole file when a known event has other content, and keeps the first', async () => {
    const { receive, threads } = await shared();
    await receive(replyWith([QUESTION]));
    const refused = await receive(replyWith([PROPOSAL, { ...QUESTION, text: 'other' }]));
    expect(refused).toEqual(fail({ kind: 'reply-refused', reason: 'event-changed' }));
    expect((await threads())?.events).toEqual([QUESTION]);
  });

  it('asks before the first reply to a copy for anyone, and then takes those of that person alone', async () => {
    const { receive, threads, folder, coeId } = await shared({ reader: null });
    const file = replyWith([QUESTION]);
    const asks = ok({ is: 'confirm', coeId, from: { name: 'M.', key: COACH } });
    expect(await receive(file)).toEqual(asks);
    expect(await receive(file, OTHER)).toEqual(asks);
    expect(filesIn(path.join(folder, 'versions', coeId))).toEqual([]);
    expect(await receive(file, COACH)).toMatchObject({ value: { is: 'imported' } });
    expect((await threads())?.reader).toBe('M.');
    const other = replyWith([], { from: { name: 'X', key: OTHER, recipient: RECIPIENT } });
    expect(await receive(other, OTHER)).toEqual(fail({ kind: 'reply-refused', reason: 'of-another' }));
  });

  it('passes on why the file cannot be opened', async () => {
    const { receive } = await shared();
    expect(await receive(null)).toEqual(fail({ kind: 'not-text' }));
  });

  it('leaves a thread file that it cannot read unchanged', async () => {
    const { receive, folder, coeId } = await shared();
    const file = path.join(folder, 'versions', coeId, `${SHARE}-thread.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    for (const text of ['{"format":"once-thread"', '{"format":"once-thread","version":2}']) {
      writeFileSync(file, text);
      // oxlint-disable-next-line no-await-in-loop -- one file
      expect(await receive(replyWith([QUESTION]))).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it('writes nothing while the library is read-only', async () => {
    const { library } = await openTestLibrary();
    const first = await shared({}, library);
    await library.close();
    const reopened = await openTestLibrary({ folder: first.folder, readOnly: true });
    const result = await reopened.library.shares.change(first.coeId, 'x-thread.json', () => ok(Buffer.from('x')));
    expect(result).toEqual(fail({ kind: 'library-read-only' }));
  });

  it('is stored encrypted in an encrypted library, and goes into backups', async () => {
    const { library } = await openTestLibrary({ identity: generateIdentity() });
    const { receive, threads, folder } = await shared({}, library);
    await receive(replyWith([QUESTION]));
    const files = readdirSync(path.join(folder, 'versions'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    expect(files).toHaveLength(1);
    const [file = ''] = files;
    expect(file).not.toContain(SHARE);
    expect(readFileSync(file).toString('latin1')).not.toContain('text of q');
    expect((await threads())?.events).toEqual([QUESTION]);
    expect(listFilesToBackUp(folder).names).toContain(path.relative(folder, file).replaceAll('\\', '/'));
  });

  it('adds the events of a copy that a sync service left beside the file', async () => {
    const open = await shared();
    await open.receive(replyWith([QUESTION]));
    const folder = path.join(open.folder, 'versions', open.coeId);
    const own = readFileSync(path.join(folder, `${SHARE}-thread.json`), 'utf8');
    const other = { ...JSON.parse(own), events: [{ ...QUESTION, text: 'other' }, PROPOSAL] };
    writeFileSync(path.join(folder, `${SHARE}-thread (conflicted copy).json`), JSON.stringify(other));
    expect((await open.threads())?.events).toEqual([QUESTION, PROPOSAL]);
    expect(await open.receive(replyWith([PROPOSAL]))).toMatchObject({ value: { added: [], known: 1 } });
  });

  it('is deleted with the COE, but not while that is in the trash', async () => {
    const { receive, library, folder, coeId } = await shared();
    await receive(replyWith([QUESTION]));
    const deleted = await library.delete(coeId);
    expect(filesIn(path.join(folder, 'versions', coeId)).some((name) => name.includes('-thread'))).toBe(true);
    await library.deletePermanently(deleted.ok ? [deleted.value.trashId] : []);
    expect(existsSync(path.join(folder, 'versions', coeId))).toBe(false);
  });

  it('keeps both when another program adds events at the same time', async () => {
    const { receive, threads, library, folder, coeId } = await shared();
    await receive(replyWith([QUESTION]));
    const file = path.join(folder, 'versions', coeId, `${SHARE}-thread.json`);
    const both = [
      receive(replyWith([QUESTION, PROPOSAL])),
      receive(replyWith([coachingEvent('r', COACH, 3, 'more', 'q')])),
    ];
    await Promise.all(both);
    expect((await threads())?.events).toHaveLength(3);
    let calls = 0;
    await library.shares.change(coeId, `${SHARE}-thread.json`, (bytes) => {
      calls += 1;
      if (calls === 1) writeFileSync(file, Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from(' ')]));
      return ok(bytes === null ? null : Buffer.concat([bytes, Buffer.from('\n')]));
    });
    expect(calls).toBe(2);
    expect(readFileSync(file, 'utf8')).toMatch(/ \n$/);
  });
});

describe('answering', () => {
  const answer = async (
    { handlers, library, coeId }: Awaited<ReturnType<typeof shared>>,
    kind: 'answer' | 'resolve' | 'accept' | 'withdraw',
    replyTo: string,
    text = '',
  ) =>
    handlers['sharing:add-event']({
      library: handleOf(library.folder),
      coeId,
      share: SHARE,
      kind,
      replyTo,
      text,
      action: null,
    });

  it('adds an event of the writer as it was written, numbered and dated', async () => {
    const open = await shared();
    await open.receive(replyWith([QUESTION]));
    const added = await answer(open, 'answer', QUESTION.id, 'Anna did.');
    expect(added).toMatchObject({
      value: { by: WRITER, n: 1, at: '2026-05-13', text: 'Anna did.', replyTo: QUESTION.id, place: QUESTION.place },
    });
    expect(await answer(open, 'resolve', QUESTION.id)).toMatchObject({ value: { n: 2 } });
    expect((await open.threads())?.events).toHaveLength(3);
    // The coach's next reply has the writer's events, too.
    const events = (await open.threads())?.events ?? [];
    expect(await open.receive(replyWith(events))).toMatchObject({ value: { added: [], known: 3 } });
  });

  it('refuses what would have no effect, and a reply to what is not known', async () => {
    const open = await shared();
    await open.receive(replyWith([QUESTION, PROPOSAL]));
    expect(await answer(open, 'accept', QUESTION.id)).toMatchObject({ error: { kind: 'invalid-request' } });
    expect(await answer(open, 'withdraw', QUESTION.id)).toMatchObject({ error: { kind: 'invalid-request' } });
    expect(await answer(open, 'accept', PROPOSAL.id)).toMatchObject({ ok: true });
    expect(await answer(open, 'answer', eventIdOf('gone'))).toEqual(fail({ kind: 'not-found' }));
  });

  it('puts away what is new', async () => {
    const open = await shared();
    await open.receive(replyWith([QUESTION]));
    await open.handlers['sharing:put-news-away']({ library: handleOf(open.folder), coeId: open.coeId, share: SHARE });
    expect((await open.threads())?.news).toBeNull();
    expect((await open.threads())?.events).toEqual([QUESTION]);
  });

  it('writes nothing into another library than the page had open', async () => {
    const open = await shared();
    await open.receive(replyWith([QUESTION]));
    const away = await open.handlers['sharing:put-news-away']({
      library: '0'.repeat(24),
      coeId: open.coeId,
      share: SHARE,
    });
    expect(away).toEqual(fail({ kind: 'library-switched' }));
  });
});

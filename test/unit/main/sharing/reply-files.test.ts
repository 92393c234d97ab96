import { describe, expect, it } from 'vitest';

import { quotePassage } from '#domain/coaching/passages.ts';
import { placeThread, sentText } from '#domain/coaching/place-thread.ts';
import { threadsOf } from '#domain/coaching/threads.ts';
import { fail, ok } from '#domain/result.ts';
import { nameReplacer } from '#domain/sharing/name-replacer.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { generateSharingIdentity } from '#main/sharing/identity.ts';
import { importReply, type ReplyDeps } from '#main/sharing/replies/import-reply.ts';
import { sentFrom } from '#main/sharing/replies/sent-shares.ts';
import { threadHandlers } from '#main/sharing/replies/thread-handlers.ts';
import { readShareFile } from '#main/sharing/seal-share.ts';
import { readShares, writeShare } from '#main/sharing/share-record.ts';
import { coachingEvent } from '#test/support/coaching-events.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { shareCoe } from '#test/support/shared-coe.ts';

const PROSE = 'Anna silenced the alarm in March. Nobody looked at the graph for two weeks.';

/** A COE in an encrypted library, shared with a coach through real files. */
async function shared({ isForAnyone = false } = {}) {
  const { library } = await openTestLibrary({ identity: generateIdentity() });
  const made = await library.create({ kind: 'outage', title: 'Queue', happened: dayMoment('2026-05-01') });
  if (!made.ok) throw new Error(made.error.kind);
  const { sections } = made.value.coe;
  const coe = {
    ...made.value.coe,
    sections: {
      ...sections,
      cause: { ...sections.cause, prose: PROSE },
      learned: { ...sections.learned, lessons: [{ id: 'row-1', rule: 'Every alarm has an owner', elsewhere: '' }] },
    },
  };
  await library.save(coe, made.value.revision);
  const paths = libraryPathsOf(library.folder, library.cipher);
  const sent = await shareCoe(paths, coe, {
    names: [{ name: 'Anna', as: 'pseudonym', pseudonym: 'Person A' }],
    isForAnyone,
  });
  const deps: ReplyDeps = {
    store: library.shares,
    sent: sentFrom(library),
    ownKey: async () => ok(sent.writer.person.key),
    open: async (bytes) => {
      const read = readShareFile(bytes, sent.writer, []);
      return read.ok ? ok(read.value.file) : fail({ kind: 'sharing', fault: read.error });
    },
    announce: () => undefined,
  };
  const handlers = threadHandlers({
    library: () => library,
    sentFrom,
    ownKey: deps.ownKey,
    clock: () => Date.parse('2026-05-13T09:00:00Z'),
    zone: () => 'UTC',
    announce: () => undefined,
  });
  const by = sent.coach.person.key;
  const place = { section: 'cause', row: null, field: 'prose' } as const;
  const text = sentText(sent.body.coe, place) ?? '';
  const start = text.indexOf('Person A silenced');
  const quote = quotePassage(text, sent.seq, { start, end: start + 'Person A silenced the alarm'.length });
  const question = coachingEvent('q', by, 1, 'question', null, { place, quote });
  return { library, coe, sent, paths, deps, handlers, question, by };
}

describe('a reply to a copy that the app made', () => {
  it('is imported, and its passage is placed in the text as it is now', async () => {
    const { coe, sent, deps, handlers, question, by } = await shared();
    const row = Object.values(sent.body.coe['sections'] as Record<string, { lessons?: { id: string }[] }>)
      .flatMap(({ lessons }) => lessons ?? [])
      .map(({ id }) => id)[0];
    const lesson = { section: 'learned', row: row ?? null, field: 'rule' } as const;
    const onRow = coachingEvent('r', by, 2, 'more', null, { place: lesson });
    expect(await importReply(deps, sent.reply([question, onRow]))).toMatchObject({
      value: { is: 'imported', coeId: coe.id, from: { name: 'M.' }, added: [question.id, onRow.id], known: 0 },
    });
    const read = await handlers['sharing:threads']({ coeId: coe.id });
    const threads = read.ok ? read.value[0] : undefined;
    if (threads === undefined) throw new Error('no threads');
    expect(threads.reader).toBe('M.');
    expect(Object.values(threads.rowIds)).toEqual(['row-1']);
    expect(Object.values(threads.sentRows)).toEqual(['Every alarm has an owner']);
    const [first] = threadsOf(threads.events, threads.writer);
    const now = { ...coe.sections, cause: { ...coe.sections.cause, prose: `It was late. ${PROSE}` } };
    const found = placeThread(
      { ...coe, sections: now },
      first ?? { root: question, events: [], state: 'open', withdrawn: new Set() },
      {
        rowIds: threads.rowIds,
        textOf: () => threads.sentTexts[question.id] ?? null,
        wordsOfRow: () => '',
        replaceNames: nameReplacer(threads.names).replace,
      },
    );
    expect(found).toMatchObject({ passage: { is: 'carried' }, words: 'Anna silenced the alarm' });
  });

  it('is refused when it was changed, is by somebody else, or was withdrawn', async () => {
    const { coe, sent, deps, paths, question } = await shared();
    const bytes = sent.reply([question]);
    const flipped = Uint8Array.from(bytes);
    flipped[flipped.length - 20] = (flipped.at(-20) ?? 0) ^ 1;
    expect(await importReply(deps, flipped)).toMatchObject({ ok: false, error: { kind: 'sharing' } });
    const stranger = generateSharingIdentity('M.');
    expect(await importReply(deps, sent.reply([], stranger))).toEqual(
      fail({ kind: 'reply-refused', reason: 'of-another' }),
    );
    const records = await readShares(paths, coe.id);
    const [record] = records.ok ? records.value : [];
    if (record === undefined) throw new Error('no record');
    await writeShare(paths, coe.id, { ...record, withdrawnOn: '2026-05-20' });
    expect(await importReply(deps, bytes)).toEqual(fail({ kind: 'reply-refused', reason: 'withdrawn' }));
  });

  it('to a copy for anyone is accepted from one person, once the writer says so', async () => {
    const { coe, sent, deps, question, by } = await shared({ isForAnyone: true });
    expect(await importReply(deps, sent.reply([question]))).toMatchObject({
      value: { is: 'confirm', from: { key: by } },
    });
    expect(await importReply(deps, sent.reply([question]), by)).toMatchObject({ value: { is: 'imported' } });
    const records = await deps.sent.ofCoe(coe.id);
    expect(records.ok && records.value[0]?.reader?.key).toBe(by);
    const stranger = generateSharingIdentity('X');
    const other = sent.reply([], stranger);
    expect(await importReply(deps, other, stranger.person.key)).toEqual(
      fail({ kind: 'reply-refused', reason: 'of-another' }),
    );
  });

  it('is found for a COE in the trash, too', async () => {
    const { library, coe, sent, deps, question } = await shared();
    await library.delete(coe.id);
    expect(await importReply(deps, sent.reply([question]))).toMatchObject({ value: { is: 'imported' } });
  });
});

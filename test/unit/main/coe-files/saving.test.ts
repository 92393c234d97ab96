import { existsSync, readdirSync, readFileSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { type Action, actionSchema } from '#domain/coe/sections/actions.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import type { ActionChange } from '#ipc/action-list.ts';
import type { OpenedCoe } from '#ipc/contract.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';

async function withOne(test: TestLibrary): Promise<OpenedCoe & { file: string }> {
  const made = await test.library.create({ kind: 'outage', title: 'First', happened: dayMoment('2026-05-14') });
  if (!made.ok) throw new Error('not created');
  return { ...made.value, file: path.join(test.coes, `${made.value.coe.id}.json`) };
}
const withPlan = (coe: Coe, action: object): Coe['sections'] => ({
  ...coe.sections,
  actions: { ...coe.sections.actions, items: [actionSchema.parse(action)] },
});
const actionOf = async (test: TestLibrary, { id }: Coe): Promise<Action | undefined> => {
  const opened = await test.library.open(id);
  return opened.ok ? opened.value.coe.sections.actions.items[0] : undefined;
};
const changeAction = (test: TestLibrary, asked: ActionChange) => test.library.changeAction(asked, '2026-06-01');
const titled = (coe: Coe, title: string): Coe => ({ ...coe, title });

describe('saving', () => {
  it('writes the COE and returns the time and the new revision', async () => {
    const test = await openTestLibrary();
    const { coe, revision, file } = await withOne(test);
    test.time.advance(60_000);
    const saved = await test.library.save(titled(coe, 'Second'), revision);
    expect(saved).toMatchObject({ ok: true, value: { savedAt: '2026-06-01T12:01:00.000Z' } });
    const opened = await test.library.open(coe.id);
    expect(opened).toMatchObject({
      ok: true,
      value: { coe: { title: 'Second', updatedAt: '2026-06-01T12:01:00.000Z' } },
    });
    expect(opened.ok && saved.ok && opened.value.revision === saved.value.revision).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(opened.ok ? writeCoe(opened.value.coe) : '');
  });

  it('leaves no other file behind', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    await test.library.save(titled(coe, 'Second'), revision);
    expect(readdirSync(test.folder, { recursive: true }).sort()).toEqual([
      'coes',
      path.join('coes', `${coe.id}.json`),
      'trash',
    ]);
  });

  it('is refused when the file changed outside, and returns that version', async () => {
    const test = await openTestLibrary();
    const { coe, revision, file } = await withOne(test);
    const theirs = writeCoe(titled(coe, 'Theirs'));
    writeFileSync(file, theirs);
    const saved = await test.library.save(titled(coe, 'Mine'), revision);
    expect(saved).toMatchObject({
      ok: false,
      error: { kind: 'changed-outside', current: { coe: { title: 'Theirs' } } },
    });
    expect(readFileSync(file, 'utf8')).toBe(theirs);
    const current = saved.ok || saved.error.kind !== 'changed-outside' ? null : saved.error.current;
    expect(await test.library.save(titled(coe, 'Mine'), current?.revision ?? '')).toMatchObject({ ok: true });
  });

  it('is refused when the file is gone, and does not recreate it', async () => {
    const test = await openTestLibrary();
    const { coe, revision, file } = await withOne(test);
    unlinkSync(file);
    expect(await test.library.save(coe, revision)).toEqual({
      ok: false,
      error: { kind: 'changed-outside', current: null },
    });
    expect(readdirSync(test.coes)).toEqual([]);
  });

  it('is refused when the file is unreadable, and leaves it unchanged', async () => {
    const test = await openTestLibrary();
    const { coe, revision, file } = await withOne(test);
    writeFileSync(file, '<<<<<<< HEAD');
    expect(await test.library.save(coe, revision)).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
    expect(readFileSync(file, 'utf8')).toBe('<<<<<<< HEAD');
  });

  it('is acknowledged without writing when the content is already on disk', async () => {
    const test = await openTestLibrary();
    const { coe, revision, file } = await withOne(test);
    const first = await test.library.save(titled(coe, 'Second'), revision);
    const bytes = readFileSync(file);
    test.time.advance(5000);
    expect(await test.library.save(titled(coe, 'Second'), revision)).toEqual(first);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('is serialised per COE: the second of two saves from one base is refused', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    const [one, two] = await Promise.all([
      test.library.save(titled(coe, 'One'), revision),
      test.library.save(titled(coe, 'Two'), revision),
    ]);
    expect(one.ok).toBe(true);
    expect(two).toMatchObject({ ok: false, error: { kind: 'changed-outside', current: { coe: { title: 'One' } } } });
  });

  it('is finished before closing', async () => {
    const test = await openTestLibrary();
    const { coe, revision, file } = await withOne(test);
    const saving = test.library.save(titled(coe, 'Last words'), revision);
    await test.library.close();
    expect((await saving).ok).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('Last words');
  });

  it('updates the list at once and announces it', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    test.told.length = 0;
    await test.library.save(titled(coe, 'Renamed'), revision);
    expect(test.library.summaries()[0]?.title).toBe('Renamed');
    await expect.poll(() => test.told).toContainEqual({ event: 'coes:changed', payload: { ids: [coe.id] } });
    expect(test.told.some((told) => told.event === 'coe:changed-outside')).toBe(false);
  });

  it('is answered before the windows hear of it, which read the library again then', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    test.told.length = 0;
    await test.library.save(titled(coe, 'Renamed'), revision);
    expect(test.told).toEqual([]);
    // Closing waits for it.
    await test.library.close();
    expect(test.told).toContainEqual({ event: 'coes:changed', payload: { ids: [coe.id] } });
  });

  it('is reported when what comes after its answer fails, and the next one works', async () => {
    let isBroken = false;
    const announce = (event: string): void => {
      if (isBroken && event === 'coes:changed') throw new Error('nobody listens');
    };
    const test = await openTestLibrary({ announce });
    const { library, broken } = test;
    const { coe, revision } = await withOne(test);
    isBroken = true;
    const saved = await library.save(titled(coe, 'One'), revision);
    if (!saved.ok) throw new Error(saved.error.kind);
    expect(await library.save(titled(coe, 'Two'), saved.value.revision)).toMatchObject({ ok: true });
    await expect.poll(() => broken.map(({ message }) => message)).toEqual(['nobody listens', 'nobody listens']);
    isBroken = false;
  });

  it('is refused in a read-only library', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    await test.library.close();
    const again = await openTestLibrary({ folder: test.folder, readOnly: true });
    expect(again.library.state().writable).toBe(false);
    expect(await again.library.save(titled(coe, 'x'), revision)).toEqual({
      ok: false,
      error: { kind: 'library-read-only' },
    });
    expect(await again.library.open(coe.id)).toMatchObject({ ok: true, value: { readOnly: true } });
  });

  it('is refused while another process holds the library', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    let isElsewhere = true;
    const second = await openTestLibrary({ folder: test.folder, isOpenElsewhere: () => isElsewhere });
    expect(second.library.state()).toMatchObject({ writable: false, isOpenElsewhere: true });
    expect(await second.library.open(coe.id)).toMatchObject({ ok: true, value: { readOnly: true } });
    const refused = { ok: false, error: { kind: 'library-open-elsewhere' } };
    expect(await second.library.save(titled(coe, 'x'), revision)).toEqual(refused);
    expect(await second.library.delete(coe.id)).toEqual(refused);

    const saved = await test.library.save(titled(coe, 'From the first'), revision);
    expect(saved).toMatchObject({ ok: true });
    isElsewhere = false;
    await second.library.reconcile();
    expect(second.told.at(-1)).toMatchObject({
      event: 'library:changed',
      payload: { writable: true, isOpenElsewhere: false },
    });
    await expect.poll(() => second.library.summaries()[0]?.title).toBe('From the first');
    const base = saved.ok ? saved.value.revision : '';
    expect(await second.library.save(titled(coe, 'From the second'), base)).toMatchObject({ ok: true });
  });

  it('leaves temporary files alone while another process holds the library', async () => {
    const test = await openTestLibrary();
    const leftover = path.join(test.coes, '.once-x.tmp');
    await test.library.close();
    writeFileSync(leftover, 'half');
    utimesSync(leftover, 0, 0);
    let isElsewhere = true;
    const second = await openTestLibrary({ folder: test.folder, isOpenElsewhere: () => isElsewhere });
    await second.library.reconcile();
    expect(existsSync(leftover)).toBe(true);
    isElsewhere = false;
    await second.library.reconcile();
    expect(existsSync(leftover)).toBe(false);
  });
});

describe('changing an action from outside its COE', () => {
  it('changes only the given fields and schedules the check', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    coe.sections.actions.items = [actionSchema.parse({ text: 'Do it', due: '2026-07-01', id: 'a' })];
    await test.library.save(coe, revision);
    const changed = await changeAction(test, {
      coeId: coe.id,
      actionId: 'a',
      change: { status: 'done', doneOn: '2026-06-02' },
    });
    expect(changed.ok).toBe(true);
    const opened = await test.library.open(coe.id);
    expect(opened.ok && opened.value.coe.sections.actions.items[0]).toMatchObject({
      text: 'Do it',
      due: '2026-07-01',
      status: 'done',
      doneOn: '2026-06-02',
      checkDate: '2026-08-01',
    });
    expect(changed.ok && changed.value.after.checkDate).toBe('2026-08-01');
    expect(opened.ok && changed.ok && opened.value.revision).toBe(changed.ok && changed.value.revision);
  });

  it('records a check answer, reopens a closed COE that came back, and reverts that on undo', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    const action = { id: 'a', text: 'Do it', status: 'done', doneOn: '2026-03-01', checkDate: '2026-05-01' };
    coe.sections.actions.items = [actionSchema.parse(action)];
    await test.library.save({ ...coe, status: 'closed' }, revision);
    const told = test.told.length;
    const answered = await test.library.answerCheck({
      coeId: coe.id,
      actionId: 'a',
      check: { on: '2026-05-02', result: 'came-back', chances: 2, note: 'On the first Sunday', coeId: null },
      nextCheckDate: null,
    });
    if (!answered.ok) throw new Error(answered.error.kind);
    expect(answered.value).toMatchObject({ status: 'reopened', before: { checkDate: '2026-05-01', status: 'closed' } });
    const opened = await test.library.open(coe.id);
    expect(opened.ok && opened.value.coe.statusHistory.map(({ status }) => status)).toEqual(['reopened']);
    expect(opened.ok && opened.value.coe.sections.actions.items[0]).toMatchObject({
      result: 'came-back',
      chances: 2,
      checkDate: null,
      checks: [{ on: '2026-05-02', result: 'came-back', chances: 2, note: 'On the first Sunday', coeId: null }],
    });
    // The window that has the COE open gets the change, and merges it with unsaved text.
    expect(test.told.slice(told)).toContainEqual({
      event: 'coe:changed-outside',
      payload: { id: coe.id, revision: answered.value.revision },
    });
    const { checkId, before } = answered.value;
    expect((await test.library.undoCheckAnswer({ coeId: coe.id, actionId: 'a', checkId, before })).ok).toBe(true);
    const after = await test.library.open(coe.id);
    expect(after.ok && after.value.coe.sections.actions.items[0]).toMatchObject({
      checks: [],
      result: null,
      checkDate: '2026-05-01',
    });
    expect(after.ok && after.value.coe.statusHistory.map(({ status }) => status)).toEqual(['reopened', 'closed']);
    expect(after.ok && after.value.coe.status).toBe('closed');
  });

  it('brings back what was typed for the day of a check when its answer is undone', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    const typed = { id: 'a', status: 'done', checkDateWords: 'when Tom is back' };
    await test.library.save({ ...coe, sections: withPlan(coe, typed) }, revision);
    const check = { on: '2026-05-02', result: 'held', chances: null, note: '', coeId: null } as const;
    const answered = await test.library.answerCheck({ coeId: coe.id, actionId: 'a', check, nextCheckDate: null });
    if (!answered.ok) throw new Error(answered.error.kind);
    expect(await actionOf(test, coe)).toMatchObject({ checkDate: null, checkDateWords: '' });
    const { checkId, before } = answered.value;
    await test.library.undoCheckAnswer({ coeId: coe.id, actionId: 'a', checkId, before });
    expect(await actionOf(test, coe)).toMatchObject({ ...typed, checkDate: null, checks: [] });
  });

  it('brings back what was typed for the day done when reopening the action is undone', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    const typed = { id: 'a', status: 'done', doneOnWords: 'one evening', checkDate: '2026-07-01' };
    await test.library.save({ ...coe, sections: withPlan(coe, typed) }, revision);
    const reopen = { coeId: coe.id, actionId: 'a', change: { status: 'open', doneOn: null } } as const;
    const reopened = await changeAction(test, reopen);
    if (!reopened.ok) throw new Error(reopened.error.kind);
    expect(await actionOf(test, coe)).toMatchObject({ status: 'open', doneOn: null, doneOnWords: '' });
    const { before, after } = reopened.value;
    await changeAction(test, { ...reopen, change: { before, after } });
    expect(await actionOf(test, coe)).toMatchObject({ ...typed, doneOn: null });
  });

  it.each([
    ['open, with words for the day done', { doneOnWords: 'one evening' }, 'done'],
    ['open', {}, 'done'],
    ['done without a check', { status: 'done', doneOn: '2026-05-02' }, 'open'],
    ['done, with words for the day and no check', { status: 'done', doneOnWords: 'one evening' }, 'open'],
    [
      'done, with a check of the person’s own',
      { status: 'done', doneOn: '2026-05-02', checkDate: '2026-06-11' },
      'open',
    ],
    ['declined', { status: 'declined', declinedReason: 'Too dear' }, 'done'],
  ] as const)('sets everything as it was when a change is undone: %s', async (_name, known, status) => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    await test.library.save({ ...coe, sections: withPlan(coe, { id: 'a', ...known }) }, revision);
    const was = await actionOf(test, coe);
    const asked = { coeId: coe.id, actionId: 'a' };
    const doneOn = status === 'done' ? '2026-06-02' : null;
    const changed = await changeAction(test, { ...asked, change: { status, doneOn } });
    if (!changed.ok) throw new Error(changed.error.kind);
    expect(await actionOf(test, coe)).toMatchObject({ status });
    const { before, after } = changed.value;
    await changeAction(test, { ...asked, change: { before, after } });
    expect(await actionOf(test, coe)).toEqual(was);
  });

  it.each([
    [{ checkDate: '2026-06-20' }, { checkDate: '2026-06-20', checkQuestion: '', checkHow: '' }],
    [
      { checkDate: null, checkDateWords: 'when Tom is back' },
      { checkDateWords: 'when Tom is back', checkQuestion: '' },
    ],
    [{ checkQuestion: 'Is the cellar dry?' }, { checkDate: null, checkQuestion: 'Is the cellar dry?', checkHow: '' }],
    [{ doneOn: '2026-06-01' }, { doneOn: '2026-06-01', doneOnWords: '', checkDate: null }],
    [
      { status: 'declined', declinedReason: 'Too dear' },
      { status: 'declined', doneOn: null, checkDate: null },
    ],
  ] as const)('keeps what was written since when a change is undone: %j', async (since, left) => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    await test.library.save({ ...coe, sections: withPlan(coe, { id: 'a', text: 'Do it' }) }, revision);
    const asked = { coeId: coe.id, actionId: 'a' };
    const changed = await changeAction(test, { ...asked, change: { status: 'done', doneOn: '2026-06-02' } });
    if (!changed.ok) throw new Error(changed.error.kind);
    const written = { ...(await actionOf(test, coe)), ...since };
    await test.library.save({ ...coe, sections: withPlan(coe, written) }, changed.value.revision);
    const { before, after } = changed.value;
    await changeAction(test, { ...asked, change: { before, after } });
    expect(await actionOf(test, coe)).toMatchObject({ text: 'Do it', status: 'open', ...left });
  });

  it('lets what was typed for a day stand until a day is set, and then has the day alone', async () => {
    const test = await openTestLibrary();
    const { coe, revision } = await withOne(test);
    const typed = { id: 'a', dueWords: 'in spring', doneOnWords: 'one evening' };
    await test.library.save({ ...coe, sections: withPlan(coe, typed) }, revision);
    const change = (to: ActionChange['change']) => changeAction(test, { coeId: coe.id, actionId: 'a', change: to });
    await change({ status: 'done', doneOn: '2026-06-02' });
    expect(await actionOf(test, coe)).toMatchObject({ ...typed, status: 'done', doneOn: null });
    await change({ due: '2026-06-01', doneOn: '2026-06-03' });
    const dated = { due: '2026-06-01', dueWords: '', doneOn: '2026-06-03', doneOnWords: '' };
    expect(await actionOf(test, coe)).toMatchObject(dated);
  });

  it('reports a missing action', async () => {
    const test = await openTestLibrary();
    const { coe } = await withOne(test);
    expect(await changeAction(test, { coeId: coe.id, actionId: 'nope', change: {} })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
  });
});

describe('the keyed mutex', () => {
  it('runs work for one key in order, and continues after a failure', async () => {
    const turns = createKeyedMutex();
    const seen: string[] = [];
    const failing = turns.run('a', async () => {
      seen.push('first');
      throw new Error('broken');
    });
    const after = turns.run('a', async () => seen.push('second'));
    await expect(failing).rejects.toThrow('broken');
    await after;
    await turns.whenIdle();
    expect(seen).toEqual(['first', 'second']);
    expect(turns.isLocked('a')).toBe(false);
  });

  it('takes the steps that work left for later once its result is known, and only then the next work', async () => {
    const turns = createKeyedMutex();
    const seen: string[] = [];
    const first = turns.run('a', async (later) => {
      later(async () => void seen.push('later'));
      later(async () => void seen.push('last'));
      seen.push('first');
    });
    const second = turns.run('a', async () => seen.push('second'));
    await first;
    expect(seen).toEqual(['first']);
    expect(turns.isLocked('a')).toBe(true);
    await second;
    await turns.whenIdle();
    expect(seen).toEqual(['first', 'later', 'last', 'second']);
  });

  it('is idle only once the steps left for later are taken', async () => {
    const turns = createKeyedMutex();
    const seen: string[] = [];
    await turns.run('a', async (later) => later(async () => void seen.push('later')));
    await turns.whenIdle();
    expect(seen).toEqual(['later']);
  });
});

import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { libraryHandlers } from '#main/session/library-handlers.ts';
import { createLibraryManager } from '#main/session/library-manager.ts';
import { openLibrary } from '#main/library/library.ts';
import { heldClock } from '#test/support/held-clock.ts';
import { WORKER_URL } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

function withHandlers() {
  const home = temporaryFolder();
  const { clock } = heldClock();
  let made = 0;
  const manager = createLibraryManager(
    {
      journalFolder: temporaryFolder(),
      cacheFolder: path.join(home, 'cache'),
      clock,
      newId: () => testId((made += 1)),
      announce: () => undefined,
      workerUrl: WORKER_URL,
    },
    openLibrary,
  );
  onTestFinished(() => manager.close());
  return { home, manager, handlers: libraryHandlers({ manager, clock, zone: () => 'UTC' }) };
}
const NEW = { kind: 'outage', title: 'First', happened: dayMoment('2026-05-14') } as const;

describe('the handlers of the library', () => {
  it('report loading before a library is open', async () => {
    const { handlers } = withHandlers();
    expect(await handlers['library:state']()).toEqual({ ok: false, error: { kind: 'library-loading' } });
    expect(await handlers['coe:open']({ id: testId(1) })).toEqual({ ok: false, error: { kind: 'library-loading' } });
  });

  it('pass each request to the open library', async () => {
    const { home, manager, handlers } = withHandlers();
    await manager.open({ folder: path.join(home, 'one'), create: true });
    const made = await handlers['coe:create'](NEW);
    expect(made).toMatchObject({ ok: true, value: { coe: { id: testId(1), title: 'First' }, readOnly: false } });
    const filter = coeFilterSchema.parse({});
    const list = { filter, text: '', order: 'title', offset: 0, limit: 10 } as const;
    expect(await handlers['coes:list'](list)).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await handlers['coes:facets']()).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await handlers['themes:read']({ filter })).toMatchObject({ ok: true, value: { n: 1 } });
    expect(await handlers['problems:list']()).toEqual({ ok: true, value: [] });
    expect(await handlers['coe:delete']({ id: testId(1) })).toMatchObject({ ok: true });
    expect(await handlers['trash:list']()).toMatchObject({ ok: true, value: [{ coeId: testId(1) }] });
  });

  it('answer from the new library after a switch', async () => {
    const { home, manager, handlers } = withHandlers();
    await manager.open({ folder: path.join(home, 'one'), create: true });
    await handlers['coe:create'](NEW);
    await manager.open({ folder: path.join(home, 'two'), create: true, name: 'Second' });
    expect(await handlers['library:state']()).toMatchObject({ ok: true, value: { name: 'Second', coeCount: 0 } });
  });

  it('refuse a draft of the previous library, even for the same COE at the same revision', async () => {
    const { home, manager, handlers } = withHandlers();
    const [one, two] = [path.join(home, 'one'), path.join(home, 'two')];
    await manager.open({ folder: one, create: true });
    const made = await handlers['coe:create'](NEW);
    if (!made.ok) throw new Error(made.error.kind);
    await manager.close();
    cpSync(one, two, { recursive: true });
    await manager.open({ folder: two });
    const { coe, revision, library } = made.value;
    const file = path.join(two, 'coes', `${coe.id}.json`);
    const before = readFileSync(file, 'utf8');
    const switched = { ok: false, error: { kind: 'library-switched' } };
    const draft = { library, coe: { ...coe, summary: 'From the library that was left' }, base: revision };
    expect(await handlers['coe:save'](draft)).toEqual(switched);
    expect(await handlers['journal:write']({ ...draft, since: coe.createdAt, entry: 1, isAhead: false })).toEqual(
      switched,
    );
    expect(await handlers['journal:clear']({ library, coeId: coe.id })).toEqual(switched);
    expect(readFileSync(file, 'utf8')).toBe(before);
    const opened = await handlers['coe:open']({ id: coe.id });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(await handlers['coe:save']({ ...draft, library: opened.value.library })).toMatchObject({ ok: true });
  });
});

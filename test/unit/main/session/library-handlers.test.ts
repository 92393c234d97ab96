import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { type OwnNames, ownNames } from '#domain/actions/own-work.ts';
import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { NO_OWN_QUESTIONS } from '#domain/questions/own-questions.ts';
import { newPattern } from '#domain/patterns/pattern.ts';
import { ok } from '#domain/result.ts';
import { dayMoment } from '#domain/time/moment.ts';
import type { ActionChange } from '#ipc/action-list.ts';
import { CONTRACT } from '#ipc/contract.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import { generateIdentity, type Identity, parseIdentity } from '#main/encryption/age/x25519-keys.ts';
import { libraryHandlers } from '#main/session/library-handlers.ts';
import { createLibraryManager, type LibraryManager } from '#main/session/library-manager.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { openLibrary } from '#main/library/library.ts';
import { heldClock } from '#test/support/held-clock.ts';
import { WORKER_URL } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

function withHandlers(names: OwnNames = new Set(), zone = 'UTC') {
  const home = temporaryFolder();
  const { clock, advance } = heldClock();
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
  return {
    home,
    manager,
    advance,
    handlers: libraryHandlers({
      manager,
      clock,
      zone: () => zone,
      names: () => names,
      recallKey: async () => null,
      capturing: () => null,
    }),
  };
}
const NEW = { kind: 'outage', title: 'First', happened: dayMoment('2026-05-14') } as const;

const ID = testId(1);
const ACTION = { coeId: ID, actionId: 'a1' };
const COE = someCoe({}, 1);
/** Every write to the open library and what was typed in it, with a request that passes its schema once it names a library. */
const WRITES = [
  ['library:use-empty-folder', {}],
  ['library:accept-rollback', {}],
  ['coe:create', NEW],
  ['coe:save', { coe: COE, base: 'none' }],
  ['coe:delete', { id: ID }],
  ['coe:set-revisit-date', { coeId: ID, on: '2026-03-01' }],
  ['coe:set-analysed', { coeId: ID, analysed: true }],
  ['journal:write', { coe: COE, base: 'none', since: '2026-03-01T10:00:00Z', entry: 1, isAhead: false }],
  ['journal:append', { coeId: ID, entry: 1, patch: [], isAhead: false }],
  ['journal:clear', { coeId: ID }],
  ['journal:discard', { id: 'r1' }],
  ['journal:undo-discard', { id: 'r1' }],
  ['journal:read-unsent', { coeId: ID }],
  ['journal:save-unsent', { coeId: ID, about: 'a1', words: { is: 'answer', form: 'answer', text: 'Mine' } }],
  ['versions:restore', { id: ID, versionId: '20260301T102207512Z-before' }],
  ['trash:restore', { trashId: `20260301T102207512Z-${ID}` }],
  ['trash:delete', { trashIds: [`20260301T102207512Z-${ID}`] }],
  ['copies:set-aside', { fileName: 'copy.json', revision: 'r'.repeat(43) }],
  ['copies:restore', { fileName: 'copy.json' }],
  ['problems:set-aside', { fileName: 'broken.json' }],
  ['problems:undo-set-aside', { aside: 'broken.json' }],
  ['problems:restore-version', { fileName: 'broken.json' }],
  ['attachments:add', { fileName: 'graph.png', base64: 'AAAA' }],
  ['patterns:change', { base: null, pattern: newPattern('Said yes too soon', ID, '2026-03-01T10:00:00.000Z') }],
  ['patterns:remove', { id: ID }],
  ['similar:answer-pair', { later: ID, earlier: ID, answer: 'repeat' }],
  ['patterns:mark', { coeId: ID, add: ID, remove: null }],
  ['questions:change', { base: NO_OWN_QUESTIONS, questions: NO_OWN_QUESTIONS }],
  ['actions:change', { ...ACTION, change: { status: 'open' } }],
  [
    'actions:answer-check',
    {
      ...ACTION,
      check: { on: '2026-03-01', result: 'held', chances: null, note: '', coeId: null },
      nextCheckDate: null,
    },
  ],
  [
    'actions:undo-check',
    { ...ACTION, checkId: 'c1', before: { checkDate: null, checkDateWords: '', status: 'draft' } },
  ],
] as const satisfies [keyof ReturnType<typeof libraryHandlers>, object][];

/** A library that is encrypted in a folder of its own, and opens as `opens` says. Its key is in the keychain. */
function withEncryptedLibrary(opens: () => Promise<Library>) {
  const home = temporaryFolder();
  const folder = path.join(home, 'library');
  const { text, recipient } = generateIdentity();
  mkdirSync(path.join(folder, 'vault'), { recursive: true });
  const vault = { format: 'once-vault', version: 1, recipient: recipient.text, state: 'encrypted', change: null };
  writeFileSync(path.join(folder, 'vault', 'vault.json'), JSON.stringify(vault));
  const announced: LibraryState['status'][] = [];
  const manager = createLibraryManager(
    {
      journalFolder: path.join(home, 'journal'),
      cacheFolder: path.join(home, 'cache'),
      clock: heldClock().clock,
      newId: () => testId(1),
      announce: (event, payload) => {
        if (event === 'library:changed') announced.push((payload as LibraryState).status);
      },
      workerUrl: WORKER_URL,
    },
    opens,
  );
  const key = (): Identity => parseIdentity(text) ?? generateIdentity();
  const unlock = async (): Promise<void> => void (await manager.unlock(key()));
  const handlers = libraryHandlers({
    manager,
    clock: heldClock().clock,
    zone: () => 'UTC',
    names: () => new Set(),
    recallKey: async (asked) => (asked === folder ? key() : null),
    capturing: () => null,
  });
  return { folder, manager, handlers, unlock, announced };
}

describe('trying again to open an encrypted library', () => {
  const opened = { state: () => ({ status: 'ready' }), close: async () => undefined } as unknown as Library;

  it('that failed uses the key in the keychain, and never says that it is locked', async () => {
    let isBroken = true;
    const opens = async (): Promise<Library> => {
      if (isBroken) throw new TypeError('A bug');
      return opened;
    };
    const { folder, manager, handlers, unlock, announced } = withEncryptedLibrary(opens);
    await manager.open({ folder });
    await unlock();
    expect(announced.splice(0)).toEqual(['locked', 'failed']);
    expect(await handlers['library:retry']()).toMatchObject({ value: { status: 'failed' } });
    expect(manager.identity()).toBe(null);
    isBroken = false;
    expect(await handlers['library:retry']()).toEqual(ok({ status: 'ready' }));
    expect(announced).toEqual(['failed', 'ready']);
    await manager.close();
  });

  it('that a person locked leaves it locked', async () => {
    const { folder, manager, handlers, unlock } = withEncryptedLibrary(async () => opened);
    await manager.open({ folder });
    await unlock();
    await manager.lock();
    expect(await handlers['library:retry']()).toMatchObject({ value: { status: 'locked' } });
    expect(manager.identity()).toBe(null);
  });
});

describe('the handlers of the library', () => {
  it('report loading before a library is open', async () => {
    const { handlers } = withHandlers();
    expect(await handlers['library:state']()).toEqual({ ok: false, error: { kind: 'library-loading' } });
    expect(await handlers['coe:open']({ id: testId(1) })).toEqual({ ok: false, error: { kind: 'library-loading' } });
  });

  it('pass each request to the open library', async () => {
    const { home, manager, handlers } = withHandlers();
    await manager.open({ folder: path.join(home, 'one'), create: true });
    const made = await handlers['coe:create']({ ...NEW, library: handleOf(path.join(home, 'one')) });
    expect(made).toMatchObject({ ok: true, value: { coe: { id: testId(1), title: 'First' }, readOnly: false } });
    const filter = coeFilterSchema.parse({});
    const list = { filter, text: '', order: 'title', offset: 0, limit: 10 } as const;
    expect(await handlers['coes:list'](list)).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await handlers['coes:facets']()).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await handlers['themes:read']({ filter })).toMatchObject({ ok: true, value: { n: 1 } });
    expect(await handlers['problems:list']()).toEqual({ ok: true, value: [] });
    const library = handleOf(path.join(home, 'one'));
    expect(await handlers['coe:delete']({ library, id: testId(1) })).toMatchObject({ ok: true });
    expect(await handlers['trash:list']()).toMatchObject({ ok: true, value: [{ coeId: testId(1) }] });
  });

  it('list as one’s own the actions under every name of the person, and everyone’s when asked', async () => {
    const { home, manager, handlers } = withHandlers(ownNames('Ann Lee', 'a.lee\nAnnie'));
    const folder = path.join(home, 'one');
    await manager.open({ folder, create: true });
    const library = handleOf(folder);
    for (const [title, author, owner] of [
      ['Under another name', 'Ben', 'ÁNNIE'],
      ['Without an owner', ' a.LEE ', ''],
      ['Of somebody else', 'Ann Lee', 'Ben'],
    ] as const) {
      const made = await handlers['coe:create']({ ...NEW, title, library });
      if (!made.ok) throw new Error(made.error.kind);
      const { coe, revision } = made.value;
      const items = [actionSchema.parse({ id: 'a1', text: title, owner })];
      const changed = { ...coe, author, sections: { ...coe.sections, actions: { ...coe.sections.actions, items } } };
      expect(await handlers['coe:save']({ library, coe: changed, base: revision })).toMatchObject({ ok: true });
    }
    const asked = CONTRACT['actions:list'].request.parse({
      state: 'all',
      kinds: [],
      owner: '',
      purposes: [],
      strengths: [],
      text: '',
      order: 'due',
      offset: 0,
      limit: 10,
    });
    const textsOf = async (request: typeof asked): Promise<string[]> => {
      const listed = await handlers['actions:list'](request);
      return listed.ok ? listed.value.rows.map(({ text }) => text).toSorted() : [];
    };
    expect(await textsOf({ ...asked, whose: 'mine' })).toEqual(['Under another name', 'Without an owner']);
    expect(await textsOf({ ...asked, whose: 'mine', owner: 'Ben' })).toEqual([]);
    expect(await textsOf({ ...asked, whose: 'everyone' })).toHaveLength(3);
    expect(await textsOf({ ...asked, owner: 'Ben' })).toEqual(['Of somebody else']);
  });

  it('reopen an action on the day of the person, which can be another than in UTC', async () => {
    const { home, manager, handlers, advance } = withHandlers(new Set(), 'Asia/Tokyo');
    const folder = path.join(home, 'one');
    await manager.open({ folder, create: true });
    const library = handleOf(folder);
    const made = await handlers['coe:create']({ ...NEW, library });
    if (!made.ok) throw new Error(made.error.kind);
    const { coe, revision } = made.value;
    const items = [actionSchema.parse({ id: 'a1', text: 'Check twice', doneOnWords: 'one evening' })];
    const planned = { ...coe, sections: { ...coe.sections, actions: { ...coe.sections.actions, items } } };
    expect(await handlers['coe:save']({ library, coe: planned, base: revision })).toMatchObject({ ok: true });
    // 23:00 of the day before in UTC.
    advance(11 * 60 * 60_000);
    const change = (to: Pick<ActionChange, 'change'>) => handlers['actions:change']({ ...ACTION, ...to, library });
    expect(await change({ change: { status: 'done', doneOn: '2026-06-02' } })).toMatchObject({
      ok: true,
      value: { after: { status: 'done', doneOn: null, checkDate: '2026-08-01' } },
    });
    expect(await change({ change: { status: 'open', doneOn: null } })).toMatchObject({
      ok: true,
      value: { after: { status: 'open', checkDate: null, checkQuestion: '' } },
    });
  });

  it('answer from the new library after a switch', async () => {
    const { home, manager, handlers } = withHandlers();
    await manager.open({ folder: path.join(home, 'one'), create: true });
    await handlers['coe:create']({ ...NEW, library: handleOf(path.join(home, 'one')) });
    await manager.open({ folder: path.join(home, 'two'), create: true, name: 'Second' });
    expect(await handlers['library:state']()).toMatchObject({ ok: true, value: { name: 'Second', coeCount: 0 } });
  });

  it('refuse a draft of the previous library, even for the same COE at the same revision', async () => {
    const { home, manager, handlers } = withHandlers();
    const [one, two] = [path.join(home, 'one'), path.join(home, 'two')];
    await manager.open({ folder: one, create: true });
    const made = await handlers['coe:create']({ ...NEW, library: handleOf(one) });
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

  describe('refuse writes of a page that still shows the previous library:', () => {
    it.each(WRITES)('%s', async (channel, request) => {
      const asked: string[] = [];
      const library = new Proxy({ folder: '/two' } as Library, {
        get: (target, name) => {
          if (name in target) return target.folder;
          asked.push(String(name));
          // Methods of the library, and those of its journal, its attachments and its patterns.
          return Object.assign(() => Promise.resolve(ok(null)), {
            addAttachment: () => Promise.resolve(ok(null)),
            changePattern: () => Promise.resolve(ok(null)),
            removePattern: () => Promise.resolve(ok(null)),
            discard: () => Promise.resolve(ok(null)),
            undoDiscard: () => Promise.resolve(ok(null)),
            append: () => Promise.resolve(ok(null)),
            remove: () => Promise.resolve(),
            write: () => Promise.resolve(ok(null)),
            read: () => Promise.resolve(ok([])),
            save: () => Promise.resolve(ok(null)),
          });
        },
      });
      const manager = { current: () => library, closed: () => null } as unknown as LibraryManager;
      const handlers = libraryHandlers({
        manager,
        clock: heldClock().clock,
        zone: () => 'UTC',
        names: () => new Set(),
        recallKey: async () => null,
        capturing: () => null,
      });
      const send = handlers[channel] as (request: unknown) => Promise<unknown>;
      const parsed = CONTRACT[channel].request.parse({ ...request, library: handleOf('/one') });
      expect(await send(parsed)).toEqual({ ok: false, error: { kind: 'library-switched' } });
      expect(asked).toEqual([]);
      expect(await send({ ...parsed, library: handleOf('/two') })).toMatchObject({ ok: true });
      expect(asked).toHaveLength(1);
    });

    it('every other channel of the open library reads, or opens it', () => {
      const { handlers } = withHandlers();
      const writes = new Set<string>(WRITES.map(([channel]) => channel));
      expect(Object.keys(handlers).filter((channel) => !writes.has(channel))).toEqual([
        'library:state',
        'library:retry',
        'coes:list',
        'coes:facets',
        'coes:find-titles',
        'coes:titles',
        'coes:correct-search',
        'coe:open',
        'journal:recovered',
        'journal:read',
        'versions:list',
        'versions:read',
        'versions:disk-usage',
        'trash:list',
        'copies:read',
        'problems:read-text',
        'problems:list',
        'attachments:find',
        'questions:read',
        'patterns:read',
        'patterns:histories',
        'patterns:rank',
        'similar:find',
        'advice:judge',
        'similar:pairs',
        'themes:read',
        'today:read',
        'links:read',
        'actions:list',
      ]);
    });
  });
});

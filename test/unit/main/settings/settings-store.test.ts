import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, settingsSchema } from '#ipc/settings.ts';
import { createSettingsStore, type OpenSettingsFile } from '#main/settings/settings-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'once-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'settings.json');
/** The name of a new version while it is written. */
const next = () => `${file()}.${process.pid}.next`;
const fixed = () => new Date('2026-03-01T09:30:00Z');

/** Behaves like electron-store where it matters: throws on a file that is not JSON. */
const openFile: OpenSettingsFile = (where, name) => {
  const target = path.join(where, `${name}.json`);
  if (existsSync(target)) JSON.parse(readFileSync(target, 'utf8'));
  return {
    set store(value: Record<string, unknown>) {
      writeFileSync(target, JSON.stringify(value));
    },
    get store() {
      return {};
    },
  };
};
const keep = (open = openFile, onLateError = (error: unknown): void => void error) =>
  createSettingsStore({
    folder,
    name: 'settings',
    schema: settingsSchema,
    defaults: DEFAULT_SETTINGS,
    openFile: open,
    onLateError,
    now: fixed,
  });

describe('settings', () => {
  it('are the defaults without a file, and none is written until something changes', () => {
    const settings = keep();
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    expect(settings.quarantinedAs).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('persist across restarts', () => {
    expect(keep().change({ theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark' } });
    keep().change({ proseSize: 140 });
    expect(keep().value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', proseSize: 140 });
  });

  it('that change before the file can be opened are written once it can be', () => {
    let whenPossible: (() => void) | null = null;
    let isPossible = false;
    const settings = keep((where, name, onPossible) => {
      whenPossible ??= onPossible;
      return isPossible ? openFile(where, name, onPossible) : null;
    });
    expect(settings.change({ theme: 'dark' }).ok).toBe(true);
    expect(settings.change({ proseSize: 140 }).ok).toBe(true);
    expect(existsSync(file())).toBe(false);
    isPossible = true;
    (whenPossible as (() => void) | null)?.();
    expect(keep().value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', proseSize: 140 });
  });

  it('that cannot be written late are reported, and written with the next change', () => {
    const listeners = new Set<() => void>();
    const broken = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    let state: 'unknown' | 'full' | 'free' = 'unknown';
    const errors: unknown[] = [];
    const settings = keep(
      (where, name, onPossible) => {
        if (state === 'free') return openFile(where, name, onPossible);
        if (state === 'full') throw broken;
        listeners.add(onPossible);
        return null;
      },
      (error) => void errors.push(error),
    );
    settings.change({ theme: 'dark' });
    settings.change({ proseSize: 140 });
    state = 'full';
    for (const onPossible of listeners) onPossible();
    expect(errors).toEqual([broken]);
    state = 'free';
    expect(settings.change({ reduceMotion: true }).ok).toBe(true);
    expect(keep().value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', proseSize: 140, reduceMotion: true });
  });

  it('leave their copy alone at a start that finds it up to date', () => {
    keep().change({ theme: 'dark' });
    const copy = path.join(folder, 'settings.last-good.json');
    const before = statSync(copy).ino;
    expect(keep().value().theme).toBe('dark');
    expect(statSync(copy).ino).toBe(before);
    writeFileSync(copy, 'damaged');
    keep();
    expect(JSON.parse(readFileSync(copy, 'utf8'))).toEqual({ theme: 'dark' });
  });

  it('keep the valid shortcuts of a file with an invalid one', () => {
    writeFileSync(file(), JSON.stringify({ theme: 'dark', shortcuts: { 'coe.save': 'F8', 'coe.new': 'Nonsense' } }));
    expect(keep().value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', shortcuts: { 'coe.save': 'F8' } });
  });

  it.each([
    ['empty', ''],
    ['zero-filled', '\0'.repeat(500)],
    ['cut off', '{"theme": "da'],
    ['an array', '[]'],
    ['a word', '"dark"'],
    ['null', 'null'],
    ['in another encoding', Buffer.from('{"theme":"dark"}', 'utf16le').toString('latin1')],
  ])('that are %s are quarantined unchanged before the store opens them', (_what, content) => {
    writeFileSync(file(), content, 'latin1');
    const settings = keep();
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    expect(settings.quarantinedAs).toBe('settings.broken-2026-03-01T09-30-00.json');
    expect(readFileSync(path.join(folder, settings.quarantinedAs ?? ''), 'latin1')).toBe(content);
    expect(existsSync(file())).toBe(false);
    expect(settings.change({ theme: 'light' }).ok).toBe(true);
    expect(keep().value().theme).toBe('light');
  });

  it('fall back to the last good copy when damaged', () => {
    keep().change({ theme: 'dark', authorName: 'Ada' });
    keep().change({ proseSize: 140 });
    for (const content of ['', '\0'.repeat(80), '{"theme": "da']) {
      writeFileSync(file(), content);
      const settings = keep();
      expect(settings.value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', authorName: 'Ada', proseSize: 140 });
      expect(settings.quarantinedAs).not.toBeNull();
    }
    const good = readFileSync(path.join(folder, 'settings.last-good.json'), 'utf8');
    expect(JSON.parse(good)).toMatchObject({ authorName: 'Ada' });
    writeFileSync(file(), JSON.stringify({ theme: 'purple', authorName: 'Ada L.' }));
    expect(keep().value()).toMatchObject({ theme: 'dark', authorName: 'Ada L.' });
    expect(keep().change({ reduceMotion: true }).ok).toBe(true);
    expect(keep().value()).toMatchObject({ authorName: 'Ada L.', reduceMotion: true });
  });

  it('fall back to the defaults when damaged twice, without overwriting the last good copy', () => {
    keep().change({ authorName: 'Ada' });
    writeFileSync(file(), '');
    writeFileSync(path.join(folder, 'settings.last-good.json'), '');
    expect(keep().value()).toEqual(DEFAULT_SETTINGS);
    expect(readFileSync(path.join(folder, 'settings.last-good.json'), 'utf8')).toBe('');
  });

  it('never overwrite an earlier quarantined file', () => {
    writeFileSync(file(), '');
    const first = keep().quarantinedAs;
    writeFileSync(file(), 'again');
    expect(keep().quarantinedAs).toBe('settings.broken-2026-03-01T09-30-00-2.json');
    expect(readFileSync(path.join(folder, first ?? ''), 'utf8')).toBe('');
  });

  it('fall back key by key, and quarantine a copy', () => {
    const content = JSON.stringify({ theme: 'dark', proseSize: 1000, welcomed: 'yes', listOrder: null });
    writeFileSync(file(), content);
    const settings = keep();
    expect(settings.value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(readFileSync(path.join(folder, settings.quarantinedAs ?? ''), 'utf8')).toBe(content);
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });

  it('keep keys of a newer version', () => {
    writeFileSync(file(), '{"theme":"dark","fromTomorrow":{"a":1}}');
    const settings = keep();
    expect(settings.quarantinedAs).toBeNull();
    settings.change({ theme: 'light' });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ theme: 'light', fromTomorrow: { a: 1 } });
  });

  it('ignore inherited properties', () => {
    writeFileSync(file(), '{"__proto__": {"theme": "dark"}, "constructor": 1}');
    expect(keep().value()).toEqual(DEFAULT_SETTINGS);
  });

  it('report a disk error and stay unchanged when they cannot be written', () => {
    const full: OpenSettingsFile = () => ({
      set store(_value: Record<string, unknown>) {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
      get store() {
        return {};
      },
    });
    const settings = keep(full);
    expect(settings.change({ theme: 'dark' })).toEqual({
      ok: false,
      error: { kind: 'disk', reason: 'full', code: 'ENOSPC' },
    });
    expect(settings.value().theme).toBe('system');
  });

  it('are the defaults when the file cannot be read, and the file stays', () => {
    mkdirSync(file());
    const settings = keep();
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    expect(settings.quarantinedAs).toBeNull();
    expect(settings.change({ theme: 'dark' })).toMatchObject({ ok: false, error: { kind: 'disk' } });
  });
});

describe('settings that are changed later', () => {
  const copy = () => path.join(folder, 'settings.last-good.json');
  const read = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));

  it('are written in their order, with their copy, and count once they are', async () => {
    const settings = keep();
    const made = [settings.changeLater({ theme: 'dark' }), settings.changeLater({ theme: 'light', proseSize: 140 })];
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    expect(await Promise.all(made)).toMatchObject([
      { ok: true, value: { theme: 'dark' } },
      { ok: true, value: { theme: 'light', proseSize: 140 } },
    ]);
    expect(settings.value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light', proseSize: 140 });
    expect(keep().value()).toEqual(settings.value());
    expect(await settings.changeLater({ theme: 'dark' })).toMatchObject({ ok: true });
    await expect.poll(() => read(copy())).toEqual({ theme: 'dark', proseSize: 140 });
    await expect.poll(() => readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.last-good.json']);
  });

  it('take along what is changed at once while they wait for the disk', async () => {
    const settings = keep();
    const later = settings.changeLater({ theme: 'dark' });
    expect(settings.change({ proseSize: 140 })).toMatchObject({ ok: true, value: { theme: 'system' } });
    expect(await later).toMatchObject({ ok: true, value: { theme: 'dark', proseSize: 140 } });
    expect(read(file())).toEqual({ theme: 'dark', proseSize: 140 });
    await expect.poll(() => read(copy())).toEqual({ theme: 'dark', proseSize: 140 });
  });

  it('are made at once, each one time, when the app ends', async () => {
    const settings = keep();
    const made = [settings.changeLater({ theme: 'dark' }), settings.changeLater({ proseSize: 140 })];
    settings.finish();
    expect(read(file())).toEqual({ theme: 'dark', proseSize: 140 });
    expect(settings.change({ theme: 'light' }).ok).toBe(true);
    expect(await Promise.all(made)).toMatchObject([{ ok: true }, { ok: true }]);
    await expect.poll(() => readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.last-good.json']);
    expect(keep().value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light', proseSize: 140 });
  });

  it('do not wait until the file can be opened, and take along what does', async () => {
    let whenPossible = (): void => undefined;
    const settings = keep((...place) => {
      whenPossible = place[2];
      return null;
    });
    expect(settings.change({ proseSize: 140 }).ok).toBe(true);
    expect(await settings.changeLater({ theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark' } });
    expect(read(file())).toEqual({ theme: 'dark', proseSize: 140 });
    await expect.poll(() => read(copy())).toEqual({ theme: 'dark', proseSize: 140 });
    whenPossible();
    settings.finish();
    expect(read(file())).toEqual({ theme: 'dark', proseSize: 140 });
  });

  it('report a full disk before the file can be opened, too', async () => {
    const settings = keep(() => null);
    mkdirSync(next());
    expect(await settings.changeLater({ theme: 'dark' })).toMatchObject({ ok: false, error: { kind: 'disk' } });
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
  });

  it('are written when the app ends before the file could be opened, with what was changed at once', async () => {
    const elsewhere = path.join(folder, 'mine.json');
    writeFileSync(elsewhere, '{}');
    symlinkSync(elsewhere, file());
    const settings = keep(() => null);
    expect(settings.change({ proseSize: 140 }).ok).toBe(true);
    const later = settings.changeLater({ theme: 'dark' });
    settings.finish();
    expect(read(elsewhere)).toEqual({ theme: 'dark', proseSize: 140 });
    expect(lstatSync(file()).isSymbolicLink()).toBe(true);
    expect(await later).toMatchObject({ ok: true });
    const other = keep(() => null);
    other.change({ reduceMotion: true });
    other.finish();
    expect(keep().value()).toMatchObject({ theme: 'dark', proseSize: 140, reduceMotion: true });
    expect(await settings.changeLater({ proseSize: 150 })).toMatchObject({ ok: true });
    await expect.poll(() => read(copy())).toMatchObject({ proseSize: 150 });
    expect(readdirSync(folder).toSorted()).toEqual(['mine.json', 'settings.json', 'settings.last-good.json']);
  });

  it('report a full disk at the end of an app whose file could not be opened', () => {
    const errors: unknown[] = [];
    const settings = keep(
      () => null,
      (error) => void errors.push(error),
    );
    settings.change({ theme: 'dark' });
    mkdirSync(`${file()}.new`);
    settings.finish();
    expect(errors).toHaveLength(1);
  });

  it('report a disk error and stay unchanged when they cannot be written, and the next one is made', async () => {
    const settings = keep();
    mkdirSync(next());
    expect(await settings.changeLater({ theme: 'dark' })).toMatchObject({ ok: false, error: { kind: 'disk' } });
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    rmSync(next(), { recursive: true });
    expect(await settings.changeLater({ proseSize: 140 })).toMatchObject({ ok: true });
    expect(read(file())).toEqual({ proseSize: 140 });
  });

  it('that cannot be written down for a bug fail alone, and the others are made', async () => {
    const bug = { zone: 1n as unknown as string };
    const settings = keep();
    const made = await Promise.allSettled([
      settings.changeLater({ theme: 'dark' }),
      settings.changeLater(bug),
      settings.changeLater({ proseSize: 140 }),
    ]);
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(read(file())).toEqual({ theme: 'dark', proseSize: 140 });
    const atTheEnd = [
      settings.changeLater({ theme: 'light' }),
      settings.changeLater(bug),
      settings.changeLater({ reduceMotion: true }),
    ];
    settings.finish();
    const ended = await Promise.allSettled(atTheEnd);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(read(file())).toEqual({ theme: 'light', proseSize: 140, reduceMotion: true });
    expect(await settings.changeLater({ proseSize: 150 })).toMatchObject({ ok: true });
    await expect.poll(() => read(copy())).toMatchObject({ proseSize: 150 });
  });

  it('leave a link to the file in its place', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, 'mine.json'), '{}');
    symlinkSync(path.join(elsewhere, 'mine.json'), file());
    expect(await keep().changeLater({ theme: 'dark' })).toMatchObject({ ok: true });
    expect(lstatSync(file()).isSymbolicLink()).toBe(true);
    expect(read(path.join(elsewhere, 'mine.json'))).toEqual({ theme: 'dark' });
  });
});

describe('settings of two instances that share a folder', () => {
  const read = (): unknown => JSON.parse(readFileSync(file(), 'utf8'));

  it('keep what each has changed, and know it from then on', async () => {
    const [one, other] = [keep(), keep()];
    expect(one.change({ theme: 'dark' })).toMatchObject({ ok: true });
    expect(other.change({ proseSize: 140 })).toMatchObject({ ok: true, value: { theme: 'dark', proseSize: 140 } });
    const both = { theme: 'dark', proseSize: 140, reduceMotion: true };
    expect(await one.changeLater({ reduceMotion: true })).toMatchObject({ ok: true, value: both });
    expect(one.value()).toMatchObject(both);
    expect(read()).toEqual(both);
  });

  it('keep what one writes while the change of the other waits for the disk', async () => {
    const [one, other] = [keep(), keep()];
    const later = one.changeLater({ theme: 'dark' });
    expect(other.change({ proseSize: 140 }).ok).toBe(true);
    expect(await later).toMatchObject({ ok: true, value: { theme: 'dark', proseSize: 140 } });
    expect(read()).toEqual({ theme: 'dark', proseSize: 140 });
  });

  it('give a function what the other has made', async () => {
    const [one, other] = [keep(), keep()];
    const add = (name: string) => (value: { aliases: string }) => ({ aliases: `${value.aliases}${name} ` });
    one.change(add('Ada'));
    other.change(add('Wren'));
    await one.changeLater(add('Rosalind'));
    expect(read()).toEqual({ aliases: 'Ada Wren Rosalind ' });
  });

  it('keep what the other has written while one cannot open the file yet', () => {
    const [one, other] = [keep(() => null), keep()];
    one.change({ theme: 'dark' });
    other.change({ theme: 'light', proseSize: 140 });
    expect(one.change({ reduceMotion: true })).toMatchObject({
      ok: true,
      value: { theme: 'dark', proseSize: 140, reduceMotion: true },
    });
    one.finish();
    expect(read()).toEqual({ theme: 'dark', proseSize: 140, reduceMotion: true });
  });

  it('are not taken from a file that is damaged or has values that are none', () => {
    const settings = keep();
    settings.change({ theme: 'dark' });
    writeFileSync(file(), '{"theme": "purple", "proseSize": 140}');
    expect(settings.change({ reduceMotion: true })).toMatchObject({
      ok: true,
      value: { theme: 'dark', proseSize: 140, reduceMotion: true },
    });
    expect(read()).toEqual({ theme: 'dark', proseSize: 140, reduceMotion: true });
    writeFileSync(file(), '{"theme": "li');
    expect(settings.change({ density: 'compact' }).ok).toBe(true);
    expect(read()).toEqual({ theme: 'dark', proseSize: 140, reduceMotion: true, density: 'compact' });
  });
});

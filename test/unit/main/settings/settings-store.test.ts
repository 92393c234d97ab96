import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const fixed = () => new Date('2026-03-01T09:30:00Z');

/** What electron-store does, as far as it matters: it refuses to open a file that is not JSON. */
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
const keep = (open = openFile) =>
  createSettingsStore({
    folder,
    name: 'settings',
    schema: settingsSchema,
    defaults: DEFAULT_SETTINGS,
    openFile: open,
    now: fixed,
  });

describe('settings', () => {
  it('are the defaults where there is no file, and none is made until something changes', () => {
    const settings = keep();
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    expect(settings.quarantinedAs).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('outlive the app', () => {
    expect(keep().change({ theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark' } });
    keep().change({ proseSize: 140 });
    expect(keep().value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', proseSize: 140 });
  });

  it.each([
    ['empty', ''],
    ['zero-filled', '\0'.repeat(500)],
    ['cut off', '{"theme": "da'],
    ['an array', '[]'],
    ['a word', '"dark"'],
    ['null', 'null'],
    ['in another encoding', Buffer.from('{"theme":"dark"}', 'utf16le').toString('latin1')],
  ])('that are %s are put aside as they are, before the store opens them', (_what, content) => {
    writeFileSync(file(), content, 'latin1');
    const settings = keep();
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    expect(settings.quarantinedAs).toBe('settings.broken-2026-03-01T09-30-00.json');
    expect(readFileSync(path.join(folder, settings.quarantinedAs ?? ''), 'latin1')).toBe(content);
    expect(existsSync(file())).toBe(false);
    expect(settings.change({ theme: 'light' }).ok).toBe(true);
    expect(keep().value().theme).toBe('light');
  });

  it('that break are as they were when they were last good', () => {
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

  it('that break twice are the defaults, and what was good is not written over by them', () => {
    keep().change({ authorName: 'Ada' });
    writeFileSync(file(), '');
    writeFileSync(path.join(folder, 'settings.last-good.json'), '');
    expect(keep().value()).toEqual(DEFAULT_SETTINGS);
    expect(readFileSync(path.join(folder, 'settings.last-good.json'), 'utf8')).toBe('');
  });

  it('are never put aside over one another', () => {
    writeFileSync(file(), '');
    const first = keep().quarantinedAs;
    writeFileSync(file(), 'again');
    expect(keep().quarantinedAs).toBe('settings.broken-2026-03-01T09-30-00-2.json');
    expect(readFileSync(path.join(folder, first ?? ''), 'utf8')).toBe('');
  });

  it('hold key by key: a bad value falls back, the good ones stay, and a copy is put aside', () => {
    const content = JSON.stringify({ theme: 'dark', proseSize: 1000, welcomed: 'yes', listOrder: null });
    writeFileSync(file(), content);
    const settings = keep();
    expect(settings.value()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(readFileSync(path.join(folder, settings.quarantinedAs ?? ''), 'utf8')).toBe(content);
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });

  it('keep what a newer version wrote', () => {
    writeFileSync(file(), '{"theme":"dark","fromTomorrow":{"a":1}}');
    const settings = keep();
    expect(settings.quarantinedAs).toBeNull();
    settings.change({ theme: 'light' });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ theme: 'light', fromTomorrow: { a: 1 } });
  });

  it('take nothing from an object’s ancestry', () => {
    writeFileSync(file(), '{"__proto__": {"theme": "dark"}, "constructor": 1}');
    expect(keep().value()).toEqual(DEFAULT_SETTINGS);
  });

  it('that cannot be written are a disk error, and stay as they were', () => {
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

  it('that cannot be read are the defaults, and the file stays', () => {
    mkdirSync(file());
    const settings = keep();
    expect(settings.value()).toEqual(DEFAULT_SETTINGS);
    expect(settings.quarantinedAs).toBeNull();
    expect(settings.change({ theme: 'dark' })).toMatchObject({ ok: false, error: { kind: 'disk' } });
  });
});

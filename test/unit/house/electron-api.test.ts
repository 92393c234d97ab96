import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { CHANGES_FILE, type Changes, changesOf, digestOf } from '#test/engines/electron-api/changes.ts';
import { findElectronUses } from '#test/engines/electron-api/find-uses.ts';
import { readDefinitions } from '#test/engines/electron-api/read-definitions.ts';
import { REVIEWED } from '#test/engines/electron-api/reviewed.ts';

const kept = JSON.parse(readFileSync(CHANGES_FILE, 'utf8')) as Changes;
const electron = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const definitions = readDefinitions(readFileSync(path.join(electron, 'electron.d.ts'), 'utf8'));

describe('Electron’s API', () => {
  it('is used only where it has been compared between the oldest and the newest version', () => {
    // After a change here run: npm run electron-api
    const uses = findElectronUses().filter((name) => definitions.has(name));
    expect(uses.length).toBeGreaterThan(200);
    expect(uses).toEqual(expect.arrayContaining(['App.getPath', "BrowserWindow 'close'", 'SafeStorage.encryptString']));
    expect(uses).toEqual(expect.arrayContaining(['WebPreferences.sandbox', 'MessageBoxOptions.noLink']));
    expect(uses).toEqual(Object.keys(kept.apis));
  });

  it('is that of the definitions that were compared', () => {
    const { version } = JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8')) as { version: string };
    expect(kept.newest).toBe(version);
    const now = Object.keys(kept.apis).map((name) => [name, digestOf(definitions.get(name) ?? missing)]);
    expect(now).toEqual(Object.entries(kept.apis).map(([name, { digest }]) => [name, digest]));
  });

  it('has been reviewed wherever the two versions declare it in different ways', () => {
    const differing = Object.entries(kept.apis).flatMap(([name, { was }]) => (was === undefined ? [] : [name]));
    expect(differing).toEqual(Object.keys(REVIEWED));
  });
});

const missing = { signature: '', description: '' };

describe('a comparison of definitions', () => {
  const read = (body: string) => readDefinitions(`declare namespace Electron { ${body} }`);

  it('names members, events and types, with what their comments say', () => {
    const found = read(`
      class Tray extends Emitter {
        /**
         * Emitted when it is
         * clicked.
         */
        on(event: 'click', listener: () => void): this;
        once(event: 'click', listener: () => void): this;
        /** Sets it. */
        setToolTip(text: string): void;
      }
      interface Point { x: number }
      type Level = 'low' | 'high';`);
    expect([...found.keys()]).toEqual(['Tray', "Tray 'click'", 'Tray.setToolTip', 'Point', 'Point.x', 'Level']);
    expect(found.get("Tray 'click'")?.description).toBe('Emitted when it is clicked.');
    expect(found.get('Tray.setToolTip')).toEqual({
      signature: 'setToolTip(text: string): void;',
      description: 'Sets it.',
    });
  });

  it('says which version changed a part last, and what it was', () => {
    const versions = [
      { version: '33.2.1', definitions: read('interface App { quit(): void }') },
      { version: '34.0.0', definitions: read('interface App { quit(code: number): void; exit(): void }') },
      {
        version: '35.1.0',
        definitions: read('interface App { quit(code: number): void; /** Ends it. */ exit(): void }'),
      },
    ];
    const { apis, oldest, newest } = changesOf(['App.exit', 'App.quit', 'App.gone'], versions);
    expect([oldest, newest]).toEqual(['33.2.1', '35.1.0']);
    expect(apis).toEqual({
      'App.exit': { digest: expect.any(String), declared: 34, described: 35, was: null },
      'App.quit': { digest: expect.any(String), declared: 34, described: null, was: 'quit(): void' },
    });
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A linter whose resolver fails lets every import pass without a word. So each rule is broken here once, in a copy of
 * the project, and the linter has to report it.
 */
const root = path.resolve(import.meta.dirname, '../../..');

/** The messages of the two rules. A broken resolver reports something else, which does not count. */
const VIOLATION = /no policy allowing dependencies|import is restricted/;

/** The rule, the folder that breaks it, and the import that does. */
const FORBIDDEN: readonly (readonly [rule: string, folder: string, importLine: string])[] = [
  [
    'domain may not import the renderer',
    'src/domain',
    "import { ask as imported } from '#renderer/platform/bridge.ts';",
  ],
  ['domain may not import Node', 'src/domain', "import imported from 'node:fs';"],
  ['domain may not import Electron', 'src/domain', "import { app as imported } from 'electron';"],
  ['domain may not import React', 'src/domain', "import { useState as imported } from 'react';"],
  ['domain may not import ipc', 'src/domain', "import { CHANNELS as imported } from '#ipc/channels.ts';"],
  ['ipc may not import main', 'src/ipc', "import type { Handlers as imported } from '#main/ipc/handlers.ts';"],
  [
    'what runs git may not import the library',
    'src/main/team/git',
    "import type { CoeStore as imported } from '#main/library/coe-store.ts';",
  ],
  ['main may not import the renderer', 'src/main', "import { ask as imported } from '#renderer/platform/bridge.ts';"],
  [
    'main/disk may not import main/coe-files',
    'src/main/disk',
    "import { pathOf as imported } from '#main/coe-files/file-names.ts';",
  ],
  [
    'main/encryption may not import main/disk',
    'src/main/encryption',
    "import { errnoOf as imported } from '#main/disk/disk-error.ts';",
  ],
  [
    'main/coe-files may not import main/versions',
    'src/main/coe-files',
    "import { keepVersion as imported } from '#main/versions/version-store.ts';",
  ],
  [
    'main/search may not import main/library',
    'src/main/search',
    "import type { Library as imported } from '#main/library/library-api.ts';",
  ],
  [
    'main/versions may not import main/library, even for a type',
    'src/main/versions',
    "import type { Library as imported } from '#main/library/library-api.ts';",
  ],
  [
    'main/library may not import main/session',
    'src/main/library',
    "import { libraryHandlers as imported } from '#main/session/library-handlers.ts';",
  ],
  [
    'what writes replies may not import a coach’s notes',
    'src/main/people',
    "import { coachNotesHandlers as imported } from '#main/coach-notes/coach-notes.ts';",
  ],
  [
    'what writes replies may not import what a coach typed but did not add',
    'src/main/people',
    "import { unsentEventsHandlers as imported } from '#main/coach-notes/unsent-events.ts';",
  ],
  [
    'main/sharing may not import a coach’s notes',
    'src/main/sharing',
    "import { coachNotesHandlers as imported } from '#main/coach-notes/coach-notes.ts';",
  ],
  [
    'main/sharing may not import main/session',
    'src/main/sharing',
    "import { libraryHandlers as imported } from '#main/session/library-handlers.ts';",
  ],
  [
    'main/session may not import main/app',
    'src/main/session',
    "import { createMainWindow as imported } from '#main/app/main-window.ts';",
  ],
  [
    'the renderer may not import main',
    'src/renderer/app',
    "import type { Handlers as imported } from '#main/ipc/handlers.ts';",
  ],
  ['the renderer may not import Electron', 'src/renderer/app', "import { ipcRenderer as imported } from 'electron';"],
  ['the renderer may not import Node', 'src/renderer/ui', "import imported from 'node:path';"],
  ['ui may not import the bridge', 'src/renderer/ui', "import { ask as imported } from '../platform/bridge.ts';"],
  [
    'ui may not import a feature',
    'src/renderer/ui',
    "import { TrashScreen as imported } from '../features/library/trash-screen.tsx';",
  ],
  [
    'ui may not import an entity',
    'src/renderer/ui',
    "import { toggleDone as imported } from '../entities/action/toggle-done.ts';",
  ],
  [
    'an entity may not import the draft',
    'src/renderer/entities/action',
    "import { useDraft as imported } from '../../draft/draft-context.ts';",
  ],
  [
    'list may not import a feature',
    'src/renderer/list',
    "import { CoeList as imported } from '../features/library/coe-list.tsx';",
  ],
  [
    'spelling may not import rich text',
    'src/renderer/spelling',
    "import { ProseEditor as imported } from '../rich-text/prose-editor.tsx';",
  ],
  [
    'editor/sections may not import editor/shell',
    'src/renderer/editor/sections',
    "import { CoeEditor as imported } from '../shell/coe-editor.tsx';",
  ],
  [
    'editor/versions may not import editor/sections',
    'src/renderer/editor/versions',
    "import { Section as imported } from '../sections/section.tsx';",
  ],
  [
    'editor/fields may not import editor/related',
    'src/renderer/editor/fields',
    "import { LinkedCoes as imported } from '../related/links/linked-coes.tsx';",
  ],
  [
    'a feature may not import the editor',
    'src/renderer/features/planted',
    "import { CoeEditor as imported } from '../../editor/shell/coe-editor.tsx';",
  ],
  [
    'the editor may not import a feature',
    'src/renderer/editor/shell',
    "import { CoeList as imported } from '../../features/library/coe-list.tsx';",
  ],
  [
    'the renderer may not import itself by its alias',
    'src/renderer/app',
    "import { ask as imported } from '#renderer/platform/bridge.ts';",
  ],
  [
    'a feature may not import another',
    'src/renderer/features/planted',
    "import { CoeList as imported } from '../library/coe-list.tsx';",
  ],
  [
    'a feature may not import app',
    'src/renderer/features/planted',
    "import { router as imported } from '../../app/router.tsx';",
  ],
  [
    'draft may not import rich-text',
    'src/renderer/draft',
    "import { ProseEditor as imported } from '../rich-text/prose-editor.tsx';",
  ],
];

const ALLOWED = [
  'src/renderer/features/planted',
  "import { listen as imported } from '../../platform/bridge.ts';",
] as const;

let copy = '';
let messages: string[] = [];

/** The planted file of a row; each has its own, so that one run of the linter judges all of them. */
const plantedFile = (folder: string, row: number): string => `${folder}/planted-${row}.ts`;

function plant(folder: string, row: number, importLine: string): string {
  const file = plantedFile(folder, row);
  const target = path.join(copy, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${importLine}\nexport const planted = imported;\n`);
  return file;
}

/** What the linter says about one planted file. */
const messagesAbout = (file: string): string => messages.filter((line) => line.startsWith(`${file}:`)).join('\n');

/** The file in the project that an import line names; null for a package. */
function importedFile(folder: string, importLine: string): string | null {
  const specifier = /from '([^']+)'/.exec(importLine)?.[1] ?? '';
  if (specifier.startsWith('#')) return path.join(root, 'src', specifier.slice(1));
  return specifier.startsWith('.') ? path.join(root, folder, specifier) : null;
}

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'once-import-rules-'));
  for (const name of [
    'src',
    'package.json',
    '.oxlintrc.json',
    'tsconfig.json',
    'tsconfig.base.json',
    'test/tsconfig.json',
    'scripts/tsconfig.json',
  ]) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const files = [...FORBIDDEN.map(([, ...planted]) => planted), ALLOWED].map(([folder, importLine], row) =>
    plant(folder, row, importLine),
  );
  const run = spawnSync(path.join(root, 'node_modules/.bin/oxlint'), ['--format=unix', ...files], {
    cwd: copy,
    encoding: 'utf8',
  });
  messages = run.stdout.split('\n');
  for (const file of files) rmSync(path.join(copy, file));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(FORBIDDEN.map(([rule, folder, importLine], row) => [rule, folder, importLine, row] as const))(
    '%s',
    (_rule, folder, importLine, row) => {
      const imported = importedFile(folder, importLine);
      if (imported !== null) expect(existsSync(imported), `${imported} exists`).toBe(true);
      expect(messagesAbout(plantedFile(folder, row))).toMatch(VIOLATION);
    },
  );

  it('allow a feature to import the bridge', () => {
    expect(messagesAbout(plantedFile(ALLOWED[0], FORBIDDEN.length))).not.toMatch(VIOLATION);
  });

  it('keep Node and the DOM out of the domain in the compiler too', () => {
    const target = path.join(copy, 'src/domain/planted.ts');
    writeFileSync(target, 'export const here = document.title;\nexport const there = process.cwd();\n');
    const compile = (): string => {
      try {
        return execFileSync(path.join(root, 'node_modules/.bin/tsc'), ['-p', 'src/domain', '--noEmit'], {
          cwd: copy,
          encoding: 'utf8',
        });
      } catch (error) {
        return String((error as { stdout: string }).stdout);
      }
    };
    const output = compile();
    rmSync(target);
    expect(output).toContain("Cannot find name 'document'");
    expect(output).toContain("Cannot find name 'process'");
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The import rules are only worth something while they catch a violation: a resolver that fails to load lets everything
 * pass and says nothing. So each is broken here once, in a copy of the project, and has to be reported.
 */
const root = path.resolve(import.meta.dirname, '../../..');
let copy = '';

/** What the two rules say; a resolver that broke down says something else and would not do. */
const VIOLATION = /no policy allowing dependencies|import is restricted/;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'once-house-'));
  for (const name of [
    'src',
    'package.json',
    '.oxlintrc.json',
    'tsconfig.json',
    'tsconfig.base.json',
    'test/tsconfig.json',
  ]) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the linter says about one planted file. */
function complaintsAbout(file: string, importLine: string): string {
  const target = path.join(copy, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${importLine}\nexport const planted = imported;\n`);
  const run = spawnSync(path.join(root, 'node_modules/.bin/oxlint'), ['--format=unix', file], {
    cwd: copy,
    encoding: 'utf8',
  });
  rmSync(target);
  return run.stdout;
}

describe('the import rules', () => {
  it.each([
    [
      'the domain may not know the page',
      'src/domain/planted.ts',
      "import { ask as imported } from '#renderer/platform/bridge.ts';",
    ],
    ['the domain may not know Node', 'src/domain/planted.ts', "import imported from 'node:fs';"],
    ['the domain may not know Electron', 'src/domain/planted.ts', "import { app as imported } from 'electron';"],
    ['the domain may not know React', 'src/domain/planted.ts', "import { useState as imported } from 'react';"],
    [
      'the domain may not know the contract',
      'src/domain/planted.ts',
      "import { CHANNELS as imported } from '#ipc/channels.ts';",
    ],
    [
      'the contract may not know main',
      'src/ipc/planted.ts',
      "import type { Handlers as imported } from '#main/ipc/handlers.ts';",
    ],
    [
      'main may not know the page',
      'src/main/planted.ts',
      "import { ask as imported } from '#renderer/platform/bridge.ts';",
    ],
    [
      'the page may not know main',
      'src/renderer/app/planted.ts',
      "import type { Handlers as imported } from '#main/ipc/handlers.ts';",
    ],
    [
      'the page may not know Electron',
      'src/renderer/app/planted.ts',
      "import { ipcRenderer as imported } from 'electron';",
    ],
    ['the page may not know Node', 'src/renderer/ui/planted.ts', "import imported from 'node:path';"],
    [
      'ui may not import the bridge',
      'src/renderer/ui/planted.ts',
      "import { ask as imported } from '../platform/bridge.ts';",
    ],
    [
      'ui may not import a feature',
      'src/renderer/ui/planted.ts',
      "import { TrashScreen as imported } from '../features/library/trash-screen.tsx';",
    ],
    [
      'ui may not import an entity',
      'src/renderer/ui/planted.ts',
      "import { toggleDone as imported } from '../entities/action/toggle-done.ts';",
    ],
    [
      'an entity may not import the draft',
      'src/renderer/entities/action/planted.ts',
      "import { useDraft as imported } from '../../draft/draft-context.ts';",
    ],
    [
      'list may not import a feature',
      'src/renderer/list/planted.ts',
      "import { CoeList as imported } from '../features/library/coe-list.tsx';",
    ],
    [
      'spelling may not import rich text',
      'src/renderer/spelling/planted.ts',
      "import { ProseEditor as imported } from '../rich-text/prose-editor.tsx';",
    ],
    [
      'the sections of the editor may not import its shell',
      'src/renderer/editor/sections/planted.ts',
      "import { CoeEditor as imported } from '../shell/coe-editor.tsx';",
    ],
    [
      'the versions of the editor may not import its sections',
      'src/renderer/editor/versions/planted.ts',
      "import { Section as imported } from '../sections/section.tsx';",
    ],
    [
      'the fields of the editor may not import what is related',
      'src/renderer/editor/fields/planted.ts',
      "import { LinkedCoes as imported } from '../related/links/linked-coes.tsx';",
    ],
    [
      'a feature may not import the editor',
      'src/renderer/features/planted/planted.ts',
      "import { CoeEditor as imported } from '../../editor/shell/coe-editor.tsx';",
    ],
    [
      'the editor may not import a feature',
      'src/renderer/editor/shell/planted.ts',
      "import { CoeList as imported } from '../../features/library/coe-list.tsx';",
    ],
    [
      'the renderer may not import itself by its alias',
      'src/renderer/app/planted.ts',
      "import { ask as imported } from '#renderer/platform/bridge.ts';",
    ],
    [
      'a feature may not know another',
      'src/renderer/features/planted/planted.ts',
      "import { CoeList as imported } from '../library/coe-list.tsx';",
    ],
    [
      'a feature may not know the app',
      'src/renderer/features/planted/planted.ts',
      "import { router as imported } from '../../app/router.tsx';",
    ],
    [
      'the draft may not know rich text',
      'src/renderer/draft/planted.ts',
      "import { ProseEditor as imported } from '../rich-text/prose-editor.tsx';",
    ],
  ])('%s', (_rule, file, importLine) => {
    expect(complaintsAbout(file, importLine)).toMatch(VIOLATION);
  });

  it('let through what is allowed', () => {
    const allowed = "import { ask as imported } from '../../platform/bridge.ts';";
    expect(complaintsAbout('src/renderer/features/planted/planted.ts', allowed)).not.toMatch(VIOLATION);
  });

  it('keep Node and the page out of the domain in the compiler too', () => {
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
    const said = compile();
    rmSync(target);
    expect(said).toContain("Cannot find name 'document'");
    expect(said).toContain("Cannot find name 'process'");
  });
});

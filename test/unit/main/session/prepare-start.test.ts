import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { hasStuckCall } from '#main/disk/time-limit.ts';
import { prepareStart } from '#main/session/prepare-start.ts';
import { DEFAULT_APP_STATE } from '#main/settings/app-state.ts';
import { vaultPathsOf } from '#main/vault/vault-paths.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

it.skipIf(process.platform === 'win32')('shows no rows of a library whose disk does not answer', async () => {
  const library = temporaryFolder();
  const { folder: vault, description } = vaultPathsOf(library);
  mkdirSync(vault);
  // A pipe that nobody writes into: the system waits for it as for a share whose server is gone.
  execFileSync('mkfifo', [description]);
  const answer = (): void => closeSync(openSync(description, 'r+'));
  onTestFinished(answer);
  const errors: unknown[] = [];
  const { rows } = prepareStart({
    folders: { caches: path.join(library, 'caches'), documents: library },
    appState: {
      value: () => ({ ...DEFAULT_APP_STATE, lastLibrary: library }),
      quarantinedAs: null,
    },
    requested: null,
    logError: (_where, error) => errors.push(error),
    limitMs: 1,
  });
  expect(await rows).toBe(null);
  expect(errors).toMatchObject([{ code: 'ETIMEDOUT' }]);
  expect(hasStuckCall()).toBe(true);
  // On a busy machine the pipe may not be opened for reading yet: what is answered then answers nothing.
  const isStuck = (): boolean => {
    answer();
    return hasStuckCall();
  };
  await expect.poll(isStuck).toBe(false);
});

it('says at once which library it is, and fills none whose disk does not answer', async () => {
  let answer: (isEmpty: boolean) => void = () => undefined;
  const errors: unknown[] = [];
  const started = prepareStart({
    ...usual(temporaryFolder()),
    requested: '/on/a/share',
    isEmpty: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
    logError: (_where, error) => errors.push(error),
    limitMs: 1,
  });
  expect(started).toMatchObject({ folder: '/on/a/share', isRequested: true });
  expect(await started.library).toEqual({ folder: '/on/a/share' });
  expect(await started.rows).toBe(null);
  expect(errors).toMatchObject([{ code: 'ETIMEDOUT' }, { code: 'ETIMEDOUT' }]);
  answer(true);
  await expect.poll(hasStuckCall).toBe(false);
});

it('may fill a named folder that is empty, and no other', async () => {
  const folder = temporaryFolder();
  const prepare = (requested: string) => prepareStart({ ...usual(folder), requested }).library;
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  expect(await prepare(empty)).toEqual({ folder: empty, create: true });
  expect(await prepare(folder)).toEqual({ folder });
  const gone = path.join(folder, 'gone');
  expect(await prepare(gone)).toEqual({ folder: gone });
});

/** What a start needs that finds nothing remembered. */
const usual = (folder: string) => ({
  folders: { caches: path.join(folder, 'caches'), documents: folder },
  appState: { value: () => DEFAULT_APP_STATE, quarantinedAs: null },
  logError: () => undefined,
});

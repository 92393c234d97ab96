import path from 'node:path';

import { onTestFinished } from 'vitest';

import type { EventName, EventPayloads } from '#ipc/contract.ts';
import { createLibraryManager, type LibraryManager } from '#main/session/library-manager.ts';
import { openLibrary } from '#main/library/library.ts';
import { createKeychain } from '#main/session/keychain.ts';
import { createVaultService, type VaultService } from '#main/session/vault-service.ts';

import { fakedKeychain, type KeychainMood } from './faked-keychain.ts';
import { heldClock } from './held-clock.ts';
import { WORKER_URL } from './open-test-library.ts';
import { testId } from './test-ids.ts';
import { QUICK_WORK } from './vault-library.ts';
import { workerUrl } from './worker-url.ts';

/** An event sent to the windows, with its payload. */
export type Heard = { [Name in EventName]: readonly [Name, EventPayloads[Name]] }[EventName];

/** The app without its windows: the manager of libraries, and the vault service. */
export type TestVault = {
  readonly manager: LibraryManager;
  readonly keeper: VaultService;
  readonly cacheFolder: string;
  readonly heard: Heard[];
  readonly mood: (mood: KeychainMood) => void;
};

const NEVER_MS = 60 * 60 * 1000;

let made = 0;

/**
 * Starts the manager of libraries on a home folder; starting again on the same one finds what was left there. With
 * `follows` false it notices changes from outside only when asked.
 */
export function startVault(home: string, system = fakedKeychain(), follows = true): TestVault {
  const cacheFolder = path.join(home, 'caches');
  const heard: Heard[] = [];
  const manager = createLibraryManager(
    {
      cacheFolder,
      journalFolder: path.join(home, 'journals'),
      clock: heldClock().clock,
      newId: () => testId(800_000 + (made += 1)),
      announce: (event, payload) => heard.push([event, payload] as unknown as Heard),
      workerUrl: WORKER_URL,
      saveWorkerUrl: workerUrl('save-worker'),
      intervals: follows ? { settle: 20, presence: 50 } : { settle: NEVER_MS, presence: NEVER_MS },
    },
    openLibrary,
  );
  onTestFinished(() => manager.close());
  const keychain = createKeychain(system.system, path.join(home, 'keychain'));
  const keeper = createVaultService({ manager, keychain, workFactor: QUICK_WORK });
  return { manager, keeper, cacheFolder, heard, mood: system.mood };
}

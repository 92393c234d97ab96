import path from 'node:path';

import { onTestFinished } from 'vitest';

import type { EventName, EventPayloads } from '#ipc/contract.ts';
import { createLibraryManager, type LibraryManager } from '#main/session/library-manager.ts';
import { openLibrary } from '#main/library/library.ts';
import { createKeychain } from '#main/session/keychain.ts';
import { createVaultKeeper, type VaultKeeper } from '#main/session/vault-service.ts';

import { fakedKeychain, type KeychainMood } from './faked-keychain.ts';
import { heldClock } from './held-clock.ts';
import { WORKER_URL } from './open-test-library.ts';
import { testId } from './test-ids.ts';
import { QUICK_WORK } from './vault-library.ts';

/** What the windows were told: the event and what came with it. */
export type Heard = { [Name in EventName]: readonly [Name, EventPayloads[Name]] }[EventName];

/** A start of the app without its windows: the manager of libraries, and the keeper of keys. */
export type TestVault = {
  readonly manager: LibraryManager;
  readonly keeper: VaultKeeper;
  readonly cacheFolder: string;
  readonly heard: Heard[];
  readonly mood: (mood: KeychainMood) => void;
};

let made = 0;

/** Starts on a home; started again on the same one, it finds what was left there. */
export function startVault(home: string, system = fakedKeychain()): TestVault {
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
      intervals: { settle: 20, presence: 50 },
    },
    openLibrary,
  );
  onTestFinished(() => manager.close());
  const keychain = createKeychain(system.system, path.join(home, 'keychain'), 'linux');
  const keeper = createVaultKeeper({ manager, keychain, workFactor: QUICK_WORK });
  return { manager, keeper, cacheFolder, heard, mood: system.mood };
}

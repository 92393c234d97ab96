import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createRandom } from '../../scripts/seed/random.ts';

/** What every experiment is given. */
export type Workshop = {
  /** The long form is for figures to publish, the short one for every run of the tests. */
  readonly isLong: boolean;
  /** The number for the short form or the one for the long form. */
  readonly many: (short: number, long: number) => number;
  /** How often the app is killed while typing in the long form. */
  readonly kills: number;
  /** A new empty folder; all of them are removed at the end. */
  readonly folder: () => string;
  /** From 0 up to 1, the same for the same seed. */
  readonly chance: () => number;
  /** Tells how far a long experiment has come. */
  readonly note: (text: string) => void;
  readonly clear: () => void;
};

/** Makes a workshop with a folder of its own. */
export function openWorkshop(isLong: boolean, seed: number, kills: number): Workshop {
  const home = mkdtempSync(path.join(tmpdir(), 'once-faults-'));
  let made = 0;
  return {
    isLong,
    kills,
    many: (short, long) => (isLong ? long : short),
    folder: () => mkdtempSync(path.join(home, `${(made += 1)}-`)),
    chance: createRandom(seed).next,
    note: (text) => console.log(`    … ${text}`),
    clear: () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }),
  };
}

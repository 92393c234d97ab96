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
  /** From 0 up to 1, the same for the same seed and experiment. */
  readonly chance: () => number;
  /** Tells how far a long experiment has come. */
  readonly note: (text: string) => void;
};

/** Where the workshops of all experiments are. */
export type Workshops = {
  /** The workshop of one experiment, whose random choices do not depend on what else is made. */
  readonly ofExperiment: (number: number) => Workshop;
  readonly folder: () => string;
  /** Removes every folder. */
  readonly clear: () => void;
};

/** Makes a folder of its own for each of the experiments. */
export function openWorkshops(isLong: boolean, seed: number, kills: number): Workshops {
  const home = mkdtempSync(path.join(tmpdir(), 'once-faults-'));
  let made = 0;
  const folder = (): string => mkdtempSync(path.join(home, `${(made += 1)}-`));
  return {
    ofExperiment: (number) => ({
      isLong,
      kills,
      many: (short, long) => (isLong ? long : short),
      folder,
      chance: createRandom(seed + number).next,
      note: (text) => console.log(`    … ${text}`),
    }),
    folder,
    clear: () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }),
  };
}

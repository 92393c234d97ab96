import type { Experiment } from '../experiment.ts';
import { SUBJECTS } from '../subjects/all-subjects.ts';
import { CONTROLS } from '../subjects/controls.ts';
import { APP_OPERATIONS } from '../app/operations.ts';
import { appKilledDuring } from './app-killed-during.ts';
import { appKilledWhileTyping } from './app-killed-while-typing.ts';
import { damagedCaches } from './damaged-caches.ts';
import { FULL_AND_FORBIDDEN } from './full-and-forbidden.ts';
import { garbageInFolder } from './garbage-in-folder.ts';
import { importKilled } from './import-killed.ts';
import { killedAtEachCall } from './killed-at-each-call.ts';
import { killedWhileSaving } from './killed-while-saving.ts';
import { movingFolder } from './moving-folder.ts';
import { operationMatrix } from './operation-matrix.ts';
import { powerCuts } from './power-cuts.ts';
import { twoProcesses } from './two-processes.ts';

/** Every experiment, in the order in which they are run; each control stands behind what it is a control for. */
export const EXPERIMENTS: readonly Experiment[] = [
  ...SUBJECTS.flatMap((subject) => [operationMatrix(subject), killedAtEachCall(subject)]),
  ...CONTROLS.map(operationMatrix),
  importKilled,
  killedWhileSaving('library'),
  killedWhileSaving('fs.writeFile', true),
  powerCuts(),
  powerCuts('its folders never flushed'),
  powerCuts('by write-file-atomic'),
  twoProcesses,
  ...FULL_AND_FORBIDDEN,
  ...movingFolder,
  damagedCaches,
  garbageInFolder,
  appKilledWhileTyping,
  ...APP_OPERATIONS.map(appKilledDuring),
];

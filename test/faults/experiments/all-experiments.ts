import type { Experiment } from '../experiment.ts';
import { CONTROLS, SUBJECTS } from '../subjects/all-subjects.ts';
import { plainWriteFile } from '../subjects/controls.ts';
import { killedAtEachCall } from './killed-at-each-call.ts';
import { operationMatrix } from './operation-matrix.ts';

/** Every experiment, in the order in which they are run. */
export const EXPERIMENTS: readonly Experiment[] = [
  ...SUBJECTS.flatMap((subject) => [operationMatrix(subject), killedAtEachCall(subject)]),
  ...CONTROLS.map(operationMatrix),
  killedAtEachCall(plainWriteFile),
];

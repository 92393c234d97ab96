import path from 'node:path';

import { root } from '../system/paths.mjs';

/** The folder in which the test runners write their results. */
export const resultsFolder = path.join(root, '.cache', 'test-results');

/** @param {string} name */
const resultFile = (name) => path.join(resultsFolder, `${name}.json`);

/**
 * One npm script. With `results` it is a test runner whose tests are counted; without, it counts as one test. `group`
 * is what `--only` selects. Consecutive steps with the same `batch` run at the same time. A step with `isOnRequest` runs
 * only when its group is selected: it runs tests of another step again, in another way.
 *
 * @typedef {{
 *   name: string,
 *   group: 'checks' | 'unit' | 'faults' | 'e2e' | 'engines' | 'packaged' | 'offline',
 *   script: readonly string[],
 *   env?: Readonly<Record<string, string>>,
 *   results?: { file: string, format: 'vitest' | 'playwright' | 'faults' },
 *   batch?: 'checks' | 'tests',
 *   needsDisplay?: boolean,
 *   isOnRequest?: boolean,
 * }} Step
 */

/**
 * A step that runs the end-to-end tests.
 *
 * @param {{ name: string, group: Step['group'], script?: string, args?: readonly string[], env?: Step['env'] }} options
 * @returns {Step}
 */
const endToEnd = ({ name, group, script = 'test:e2e', args = [], env = {} }) => ({
  name,
  group,
  script: [script, '--', '--reporter=list,json', ...args],
  env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: resultFile(group) },
  results: { file: resultFile(group), format: 'playwright' },
  needsDisplay: true,
});

/**
 * All checks and tests, in order.
 *
 * @type {readonly Step[]}
 */
export const STEPS = [
  { name: 'types', group: 'checks', script: ['typecheck'], batch: 'checks' },
  { name: 'lint', group: 'checks', script: ['lint'], batch: 'checks' },
  { name: 'format', group: 'checks', script: ['format:check'], batch: 'checks' },
  { name: 'unused code', group: 'checks', script: ['unused'], batch: 'checks' },
  { name: 'build', group: 'checks', script: ['build'], batch: 'checks' },
  // The faults mostly wait, for processes to start and for the disk, and leave most of the processors to the unit tests.
  {
    name: 'unit tests',
    group: 'unit',
    batch: 'tests',
    script: ['test:unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile('unit')}`],
    results: { file: resultFile('unit'), format: 'vitest' },
  },
  {
    name: 'faults while saving',
    group: 'faults',
    batch: 'tests',
    script: ['test:faults', '--', '--results', resultFile('faults')],
    results: { file: resultFile('faults'), format: 'faults' },
  },
  endToEnd({ name: 'end-to-end tests', group: 'e2e' }),
  endToEnd({ name: 'end-to-end tests in a current browser', group: 'engines', script: 'test:engines' }),
  { name: 'package', group: 'packaged', script: ['package', '--', '--dir'] },
  // The package contains the same code as the build. Tests tagged @packaged exercise what differs: files read out of
  // the asar archive (the page over app://, the workers, Hunspell and its dictionaries, the examples), the fuses,
  // `app.isPackaged`, and what the sandbox and the policies of the packaged program are. One test each writes,
  // searches, encrypts, backs up and exports.
  endToEnd({
    name: 'end-to-end tests of the package',
    group: 'packaged',
    args: ['--grep=@packaged'],
    env: { ONCE_PACKAGED: '1' },
  }),
  {
    ...endToEnd({ name: 'end-to-end tests without a network', group: 'offline', script: 'test:offline' }),
    isOnRequest: true,
  },
];

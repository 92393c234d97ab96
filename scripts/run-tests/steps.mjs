import path from 'node:path';

import { root } from '../system/paths.mjs';

/** Where the runners leave their results for adding up. */
export const resultsFolder = path.join(root, '.cache', 'test-results');

const result = (name) => path.join(resultsFolder, `${name}.json`);

/**
 * Everything that is checked and tested, in order. A step is one npm script; with `reads` it is a test runner whose results
 * are counted, without it counts as one test that passed or failed. `group` is what --only takes,
 * and a step that runs the same tests once more in another way is run by its name alone.
 */
export const STEPS = [
  { name: 'types', group: 'checks', script: ['typecheck'] },
  { name: 'lint', group: 'checks', script: ['lint'] },
  { name: 'format', group: 'checks', script: ['format:check'] },
  { name: 'unused code', group: 'checks', script: ['unused'] },
  { name: 'build', group: 'checks', script: ['build'] },
  {
    name: 'unit tests',
    group: 'unit',
    script: [
      'test:unit',
      '--',
      '--retry=1',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${result('unit')}`,
    ],
    reads: { file: result('unit'), as: 'vitest' },
  },
  {
    name: 'faults while saving',
    group: 'faults',
    script: ['test:faults', '--', '--results', result('faults')],
    reads: { file: result('faults'), as: 'faults' },
  },
  {
    name: 'end-to-end tests',
    group: 'e2e',
    script: ['test:e2e', '--', '--reporter=list,json', '--retries=1'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: result('e2e') },
    reads: { file: result('e2e'), as: 'playwright' },
  },
  { name: 'package', group: 'packaged', script: ['package', '--', '--dir'] },
  {
    name: 'end-to-end tests of the package',
    group: 'packaged',
    script: ['test:e2e', '--', '--reporter=list,json', '--retries=1'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: result('packaged'), ONCE_PACKAGED: '1' },
    reads: { file: result('packaged'), as: 'playwright' },
  },
  {
    name: 'end-to-end tests without network',
    group: 'offline',
    byNameOnly: true,
    script: ['test:offline', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: result('offline') },
    reads: { file: result('offline'), as: 'playwright' },
  },
];

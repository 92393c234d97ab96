import { readFileSync } from 'node:fs';

/**
 * What a test runner counted, the names of the tests that failed, and of those that were skipped with the reason.
 *
 * @typedef {{ passed: number, failures: string[], skipped: string[] }} Results
 */

/**
 * Reads the results that a test runner wrote. Null when there are none, which means that it broke before it ran a test.
 *
 * @param {{ file: string, format: 'vitest' | 'playwright' | 'faults' }} source
 * @returns {Results | null}
 */
export function readResults({ file, format }) {
  let results;
  try {
    results = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  return { vitest: fromVitest, playwright: fromPlaywright, faults: fromFaults }[format](results);
}

/**
 * @param {{ testResults: { name: string, status: string, message: string,
 *   assertionResults: { fullName: string, status: string, meta: { skipReason?: string } }[] }[] }} results
 * @returns {Results}
 */
function fromVitest({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [
      ...tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      // A file that cannot be loaded has no tests.
      ...testResults
        .filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
        .map(({ name }) => name),
    ],
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName, meta }) => withReason(fullName, meta.skipReason)),
  };
}

/**
 * @typedef {{ title: string, ok: boolean,
 *   tests: { status: string, annotations: { type: string, description?: string }[] }[] }} Spec
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {{ suites: Suite[], errors: { message?: string }[] }} results
 * @returns {Results}
 */
function fromPlaywright({ suites, errors }) {
  const specs = suites.flatMap(specsOf);
  const isSkipped = (/** @type {Spec} */ { tests }) => tests.every(({ status }) => status === 'skipped');
  return {
    passed: specs.filter((spec) => spec.ok && !isSkipped(spec)).length,
    failures: [
      ...specs.filter(({ ok }) => !ok).map(({ title }) => title),
      // Errors outside a test, such as a file that cannot be loaded.
      ...errors.map(({ message }) => message?.split('\n')[0] ?? 'an error outside a test'),
    ],
    skipped: specs
      .filter(isSkipped)
      .map(({ title, tests }) =>
        withReason(title, tests[0]?.annotations.find(({ type }) => type === 'skip')?.description),
      ),
  };
}

/**
 * @param {{ passed: number, failures: string[], skipped: { name: string, reason: string }[] }} results
 * @returns {Results}
 */
const fromFaults = ({ passed, failures, skipped }) => ({
  passed,
  failures,
  skipped: skipped.map(({ name, reason }) => withReason(name, reason)),
});

/**
 * @param {string} name
 * @param {string | undefined} reason
 */
const withReason = (name, reason) => (reason === undefined ? name : `${name} (${reason})`);

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
const specsOf = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];

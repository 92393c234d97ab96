import { readFileSync } from 'node:fs';

/**
 * What a runner counted: passed, failed, skipped, the names of those that failed, and of those that needed a second go. Null when it left no results, which
 * means that it broke before it could run a test.
 */
export function readResults({ file, as }) {
  let results;
  try {
    results = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  return { vitest: fromVitest, playwright: fromPlaywright, faults: fromFaults }[as](results);
}

function fromVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const failedFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numFailedTests + failedFiles.length,
    skipped: numPendingTests + (numTodoTests ?? 0),
    failures: [
      ...testResults.flatMap((file) =>
        file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName),
      ),
      ...failedFiles.map((file) => file.name),
    ],
  };
}

function fromPlaywright({ stats, suites, errors }) {
  const failures = suites
    .flatMap(specsOf)
    .filter((spec) => !spec.ok)
    .map((spec) => spec.title);
  return {
    passed: stats.expected + stats.flaky,
    // Errors outside tests, such as a file that cannot be loaded, are failures too.
    failed: stats.unexpected + (errors?.length ?? 0),
    skipped: stats.skipped,
    again: suites
      .flatMap(specsOf)
      .filter((spec) => spec.tests.some(({ status }) => status === 'flaky'))
      .map((spec) => spec.title),
    failures: [...failures, ...(errors ?? []).map((error) => error.message?.split('\n')[0] ?? 'error outside a test')],
  };
}

const fromFaults = ({ passed, skipped, failures }) => ({ passed, failed: failures.length, skipped, failures });

const specsOf = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];

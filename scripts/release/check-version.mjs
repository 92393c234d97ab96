import { log } from '../system/log.mjs';
import { readVersions } from './read-versions.mjs';

/*
 * Fails unless a tag, the package and the changelog name the same version, and the changelog its date:
 * node scripts/release/check-version.mjs v1.2.3. That the files agree among themselves is a unit test.
 */
const [tag = ''] = process.argv.slice(2);
const versions = readVersions();
log(
  `Tag ${tag}, package ${versions.package}, changelog ${versions.changelog} of ${versions.released ?? 'no date yet'}.`,
);
if (tag !== `v${versions.package}` || versions.changelog !== versions.package || versions.released === null) {
  log('A release needs the same version in all three, and a date in the changelog.');
  process.exitCode = 1;
}

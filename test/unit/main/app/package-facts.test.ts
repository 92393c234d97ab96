import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { packageFacts } from '#main/app/package-facts.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const UNKNOWN = { versionDate: null, homepage: null };

/** A folder of an app with this text as its package.json. */
function appWith(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'package.json'), text);
  return folder;
}

test('the date of the version and the page of the project are those of the package', () => {
  const facts = { versionDate: '2026-11-30', homepage: 'https://once.example/' };
  expect(packageFacts(appWith(JSON.stringify({ name: 'once', ...facts })))).toEqual(facts);
});

test('what the sources or a package without a page say is unknown', () => {
  expect(packageFacts(appWith('{"name": "once"}'))).toEqual(UNKNOWN);
  expect(packageFacts(appWith('{"homepage": "none", "versionDate": "today"}'))).toEqual(UNKNOWN);
  expect(packageFacts(appWith('{"homepage": "http://once.example/"}'))).toEqual(UNKNOWN);
  expect(packageFacts(appWith('no JSON'))).toEqual(UNKNOWN);
  expect(packageFacts(path.join(temporaryFolder(), 'gone'))).toEqual(UNKNOWN);
});

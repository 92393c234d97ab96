import { existsSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { CURRENT_SCHEMA_VERSION } from '#domain/coe/coe.ts';

import { readVersions } from '../../../scripts/release/read-versions.mjs';

const versions = readVersions();

test('package, lock file and changelog name the same version', () => {
  expect(versions.package).toMatch(/^\d+\.\d+\.\d+$/);
  expect([versions.lock, versions.changelog]).toEqual([versions.package, versions.package]);
});

test('the changelog gives a date, or says that the version is unreleased', () => {
  if (versions.released !== null) expect(versions.released).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('the version of the files is the one that is described, and each version so far has kept files', () => {
  expect(versions.schemaVersion).toEqual({ code: CURRENT_SCHEMA_VERSION, docs: CURRENT_SCHEMA_VERSION });
  for (let version = 1; version <= CURRENT_SCHEMA_VERSION; version += 1)
    expect(existsSync(path.resolve(`test/fixtures/version-${version}`)), `version ${version}`).toBe(true);
});

#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { buildDeb } from './build-deb.mjs';
import { buildRpm } from './build-rpm.mjs';
import { readFpmArguments } from './fpm-arguments.mjs';

/*
 * Takes the place of fpm where electron-builder cannot download it: makes the same deb or rpm from the same arguments
 * with dpkg-deb or rpmbuild.
 */
const request = readFpmArguments(process.argv.slice(2));
const build = new Map([
  ['deb', buildDeb],
  ['rpm', buildRpm],
]).get(request.target);
if (build === undefined) throw new Error(`packages of the kind ${request.target} are not made here`);
const work = mkdtempSync(path.join(tmpdir(), 'once-package-'));
try {
  build(request, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}

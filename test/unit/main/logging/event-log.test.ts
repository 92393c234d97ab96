import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { openEventLog } from '#main/logging/event-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'once-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('contains codes, references and stack frames, but no error message', () => {
  const log = openEventLog(folder);
  log.logEvent('started', { version: '1.2.3', development: false });
  const error = Object.assign(new TypeError('cannot read /home/me/Once/My secret.json'), { code: 'EIO' });
  const reference = log.logError('coe:open', error);
  log.logError('coe:open', 'a secret thrown as a string');
  const text = readFileSync(path.join(folder, 'once.log'), 'utf8');
  expect(text).toContain('started version=1.2.3 development=false');
  expect(text).toContain(`where=coe:open reference=${reference} error=TypeError code=EIO`);
  expect(text).toContain('event-log.test.ts:');
  expect(text).not.toContain('secret');
  expect(text).not.toContain('/home');
  expect(text).not.toContain(process.cwd());
});

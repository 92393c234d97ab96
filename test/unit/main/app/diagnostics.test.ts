import { expect, test } from 'vitest';

import { diagnosticsText } from '#main/app/diagnostics.ts';
import { openEventLog } from '#main/logging/event-log.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const facts = {
  versions: { once: '1.2.3', electron: '45.4.1', chromium: '150.0.1', node: '24.9.0', system: '6.1.0-28-amd64' },
  platform: 'linux-x64',
  locale: 'en-GB',
  counts: { coes: 12 },
  states: { encrypted: true },
  measures: { running_seconds: 3 },
  errors: [],
};

test('diagnostics are versions, counts and states', () => {
  expect(diagnosticsText(facts).split('\n')).toEqual(
    expect.arrayContaining([
      'once: 1.2.3',
      'locale: en-GB',
      'coes: 12',
      'encrypted: yes',
      'Errors since the start: none',
    ]),
  );
});

test('an error is named by its reference and its place, never by its message', () => {
  const log = openEventLog(temporaryFolder());
  const reference = log.logError('backup', new TypeError('cannot read /home/ada/The school play.json'));
  const text = diagnosticsText({ ...facts, errors: log.recentErrors() });
  expect(text).toMatch(new RegExp(`Z ${reference} backup TypeError - \\S*diagnostics\\.test\\.ts:\\d+:\\d+`));
  expect(text).not.toMatch(/ada|school|\//);
});

test('the last twenty errors are kept', () => {
  const log = openEventLog(temporaryFolder());
  const references = Array.from({ length: 25 }, () => log.logError('backup', new Error('no')));
  expect(log.recentErrors().map(({ reference }) => reference)).toEqual(references.slice(5));
});

test('a value that is no plain word is left out, wherever it came from', () => {
  const named = new Error('no');
  named.name = 'About “Ada”';
  const log = openEventLog(temporaryFolder());
  log.logError('backup', Object.assign(named, { code: 'E/home/ada' }));
  const text = diagnosticsText({ ...facts, locale: 'The school play', errors: log.recentErrors() });
  expect(text).toContain('locale: ?\n');
  expect(text).not.toMatch(/ada|school/i);
});

test('the place of an error is given, however long the names of its files are', () => {
  const frames = Array.from({ length: 4 }, (_, index) => `${'long-name-'.repeat(8)}.ts:${index}:1`);
  const log = openEventLog(temporaryFolder());
  const thrown = new Error('no');
  thrown.stack = ['Error: no', ...frames.map((frame) => `    at read (/app/${frame})`)].join('\n');
  log.logError('backup', thrown);
  expect(diagnosticsText({ ...facts, errors: log.recentErrors() })).toContain(` ${frames.join('<')}\n`);
});

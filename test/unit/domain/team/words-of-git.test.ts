import { expect, it } from 'vitest';

import { withoutSecrets, wordsForLog } from '#domain/team/words-of-git.ts';

it.each([
  ['fatal: unable to access https://ann:s3cret@git.example.org/a.git/: error', 's3cret'],
  ['remote: token=abcdef rejected', 'abcdef'],
  ['remote: Invalid personal access token glpat-AbC123dEf456GhI789jk', 'glpat-AbC123dEf456GhI789jk'],
  ['fatal: GET https://git.example.org/a.git?private_token=k7', 'k7'],
])('a password or token is in no details: %s', (line, secret) => {
  expect(withoutSecrets(line)).not.toContain(secret);
  expect(wordsForLog(line) ?? '').not.toContain(secret);
});

it('what says why stays in the details, with the ids of objects', () => {
  const line = 'error: object 1234567890123456789012345678901234567890: hasDotgit: contains .git';
  expect(withoutSecrets(line)).toBe(line);
});

it('the log has neither quoted text, paths and addresses, nor anything that the server wrote', () => {
  const line = "fatal: unable to access 'https://git.example.org/a.git/': SSL certificate problem in /home/ann/x.pem";
  expect(wordsForLog(line)).toBe('fatal: unable to access …: SSL certificate problem in …');
  expect(wordsForLog('ann@git.example.org: Permission denied (publickey).')).toBe('…: Permission denied (publickey).');
  expect(wordsForLog('127.0.0.1[0: 127.0.0.1]: errno=Connection refused')).toBe('…[0: …]: errno=Connection refused');
  expect(wordsForLog('ssh: Could not resolve hostname intranet: Name or service not known')).toBe(
    'ssh: Could not resolve hostname … Name or service not known',
  );
  expect(wordsForLog('remote: the title “Cards were refused” is not allowed')).toBeNull();
});

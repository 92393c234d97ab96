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
  expect(wordsForLog(line)).toBe('fatal: unable to access …');
  expect(wordsForLog('ann@git.example.org: Permission denied (publickey).')).toBe('…: Permission denied (publickey).');
  expect(wordsForLog('127.0.0.1[0: 127.0.0.1]: errno=Connection refused')).toBe('…[0: …]: errno=Connection refused');
  expect(wordsForLog('ssh: Could not resolve hostname intranet: Name or service not known')).toBe(
    'ssh: Could not resolve hostname … Name or service not known',
  );
  expect(wordsForLog("fatal: couldn't find remote ref main")).toBe("fatal: couldn't find remote ref main");
  expect(wordsForLog('remote: the title “Cards were refused” is not allowed')).toBeNull();
});

it.each([
  ['fatal: bad config line 3 in file C:/Users/Anna Mueller/.gitconfig', 'fatal: bad config line 3 in …'],
  ['error: could not lock config file /home/anna/My secret COEs/config: File exists', 'error: could not lock config …'],
  ["fatal: '/home/anna/Anna's divorce/repo' does not exist", 'fatal: …'],
  ['git@git.example.org:Anna Mueller/coes.git: gone', '…'],
  [String.raw`Bad owner or permissions on C:\Users\Anna Mueller/.ssh/config`, 'Bad owner or permissions on …'],
])('of names with spaces or quotation marks nothing is in the log: %s', (line, logged) => {
  expect(wordsForLog(line)).toBe(logged);
});

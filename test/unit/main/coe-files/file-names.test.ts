import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { plainNameOf, pathOf } from '#main/coe-files/file-names.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { testId } from '#test/support/test-ids.ts';

const COES = path.join('/library', 'coes');
const LEADING_OUT = [
  '',
  '.',
  '..',
  '../secret.json',
  'a/b.json',
  '/etc/passwd',
  'a\0.json',
  'foreign/../../secret.json',
];

describe('the path of a library file', () => {
  it.each(LEADING_OUT)('rejects %j, which is not the name of a file in the folder', (name) => {
    expect(() => pathOf(PLAIN_CIPHER, COES, name)).toThrow(RangeError);
  });

  it('stays inside the folder for any name, in an encrypted library', () => {
    const cipher = createAgeCipher(generateIdentity());
    for (const name of LEADING_OUT) {
      let file: string | null = null;
      try {
        file = pathOf(cipher, COES, name);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      if (file !== null) expect(path.dirname(file)).toBe(COES);
    }
  });

  it.each([`${testId(1)}.json`, 'copy of a report.json', 'notes..json', '.hidden', '.file.json.icloud'])(
    'accepts %j',
    (name) => {
      expect(pathOf(PLAIN_CIPHER, COES, name)).toBe(path.join(COES, name));
    },
  );

  it('finds a foreign file in an encrypted library by its plain name', () => {
    const cipher = createAgeCipher(generateIdentity());
    const name = plainNameOf(cipher, 'stray.json');
    expect(pathOf(cipher, COES, name)).toBe(path.join(COES, 'stray.json'));
  });
});

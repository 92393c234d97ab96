import path from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pageFile } from '#main/security/page-file.ts';

const FOLDER = path.resolve('/the/page');

describe('the file for an address', () => {
  it('is the one in the page’s folder, with its type', () => {
    expect(pageFile(FOLDER, 'app://once/index.html#/coes?text=x')).toEqual({
      file: path.join(FOLDER, 'index.html'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(pageFile(FOLDER, 'app://once/assets/a.js')?.contentType).toBe('text/javascript; charset=utf-8');
    expect(pageFile(FOLDER, 'app://once/assets/a.woff2')?.contentType).toBe('font/woff2');
  });

  it('is null outside the folder, for another host, or for an unknown type', () => {
    for (const address of [
      'app://once/',
      'app://once/..%2f..%2fetc/passwd.html',
      'app://once/..%5c..%5csecret.html',
      'app://once/a%00.html',
      'app://once/c:/secret.html',
      'app://once/%E0%A4%A.html',
      'app://once/coes/01.json',
      'app://once/.env',
      'app://twice/index.html',
      'https://once/index.html',
      'file:///etc/passwd',
      'nonsense',
    ]) {
      expect(pageFile(FOLDER, address), address).toBeNull();
    }
  });

  it('is never outside the folder', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'a',
      'etc',
      '%00',
      '%25',
      ':',
      'x.html',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const page = pageFile(FOLDER, `app://once/${pieces.join('')}.html`);
        if (page !== null) expect(page.file.startsWith(FOLDER + path.sep)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

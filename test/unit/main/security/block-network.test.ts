import { describe, expect, it } from 'vitest';

import { CONTENT_SECURITY_POLICY } from '#main/security/content-security-policy.ts';
import { isRequestAllowed } from '#main/security/block-network.ts';

describe('a request', () => {
  it('may use the app scheme, blob and data', () => {
    for (const address of ['app://once/a.js', 'blob:app://once/1', 'data:image/png;base64,']) {
      expect(isRequestAllowed(address, false), address).toBe(true);
    }
  });

  it('may use no other address', () => {
    for (const address of [
      'http://127.0.0.1/',
      'https://x.org',
      'ws://x',
      'ftp://x',
      'file:///x',
      'chrome://gpu',
      '',
    ]) {
      expect(isRequestAllowed(address, true), address).toBe(false);
    }
  });

  it('may load the developer tools in development only', () => {
    expect(isRequestAllowed('devtools://devtools/bundled/a.js', true)).toBe(true);
    expect(isRequestAllowed('devtools://devtools/bundled/a.js', false)).toBe(false);
  });
});

it('the content security policy allows nothing that is inline, evaluated or remote', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'none'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
});

it('the content security policy allows only the two named Trusted Types policies', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'");
  expect(CONTENT_SECURITY_POLICY).toMatch(/trusted-types lexical once-paste 'allow-duplicates'$/);
});

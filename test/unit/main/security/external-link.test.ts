import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';
import { destinationOf, externalAddress } from '#main/security/external-link.ts';

describe('an external link', () => {
  it('is opened when it is a web or email address', () => {
    expect(externalAddress('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d');
    expect(externalAddress(' http://example.org ')).toBe('http://example.org/');
    expect(externalAddress('mailto:someone@example.org?subject=Hello')).toBe(
      'mailto:someone@example.org?subject=Hello',
    );
  });

  it('is shown as it will be used, so that look-alike letters are visible', () => {
    expect(externalAddress('https://exаmple.org/')).toBe('https://xn--exmple-4nf.org/');
  });

  it('is rejected when it starts a program, hides its target, or cannot be shown in full', () => {
    for (const text of [
      '',
      'example.org',
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'smb://host/share',
      'ms-msdt:/id',
      'vbscript:x',
      'app://once/index.html',
      'https://good.org@evil.org/',
      'https://user:password@evil.org/',
      'https:\\\\evil.org',
      'https://a b.org/',
      'mailto:nobody',
      `https://example.org/${'x'.repeat(2000)}`,
      'https://',
    ]) {
      expect(externalAddress(text), text).toBeNull();
    }
  });

  it('has one of the schemes that Help lists', () => {
    expect(EXTERNAL_SCHEMES.map(({ scheme }) => scheme)).toEqual(['https:', 'http:', 'mailto:']);
    for (const { scheme } of EXTERNAL_SCHEMES) {
      expect(externalAddress(scheme === 'mailto:' ? 'mailto:a@example.org' : `${scheme}//example.org/`)).not.toBeNull();
    }
  });

  it('never becomes another scheme, whatever the input', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `mailto:${text}`),
        ),
        (text) => {
          const address = externalAddress(text);
          if (address === null) return;
          expect(address).toMatch(/^(?:https?|mailto):/);
          expect(destinationOf(address)).not.toBe('');
        },
      ),
      { numRuns: 5000 },
    );
  });
});

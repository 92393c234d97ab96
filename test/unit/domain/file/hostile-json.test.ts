import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

const reasonOf = (text: string): string => {
  const read = readCoe(text);
  return read.ok ? 'none' : read.error.reason;
};
const valid = writeCoe(someCoe({ summary: 'A secret “sentence”' }));

describe('text that is not a COE', () => {
  it.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['\0'.repeat(4096), 'zero-filled'],
    ['not json', 'not-json'],
    ['{"format": "once-coe"', 'not-json'],
    ['null', 'not-a-coe'],
    ['[]', 'not-a-coe'],
    ['{"format": "other", "schemaVersion": 1}', 'not-a-coe'],
    ['{"format": "once-coe", "schemaVersion": "1"}', 'not-a-coe'],
    ['{"format": "once-coe", "schemaVersion": 0}', 'not-a-coe'],
    ['{"format": "once-coe", "schemaVersion": 2}', 'newer-version'],
    ['{"format": "once-coe", "schemaVersion": 1}', 'invalid'],
    ['['.repeat(200_000), 'too-deep'],
    [`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'too-deep'],
    [valid.replace('"severity": null', '"severity": 9'), 'invalid'],
    [valid.replace('"kind": "outage"', '"kind": "war"'), 'invalid'],
    [valid.replace(/"createdAt": "[^"]+"/, '"createdAt": "yesterday"'), 'invalid'],
    [valid.replace(/"id": "[^"]+"/, '"id": "../../etc/passwd"'), 'invalid'],
    [valid.replace('"value": "2026-05-14"', '"value": "2026-02-30"'), 'invalid'],
  ])('%.40j is refused as %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('is read in spite of a byte order mark', () => {
    expect(reasonOf(`\ufeff${valid}`)).toBe('none');
  });

  it('is refused wherever it is cut off', () => {
    for (let end = 0; end < valid.length - 2; end += 1)
      expect(['empty', 'not-json']).toContain(reasonOf(valid.slice(0, end)));
  });

  it('never stands in the reason that is given', () => {
    for (let at = 1; at < valid.length; at += 7) {
      const read = readCoe(`${valid.slice(0, at)}\u0007secret${valid.slice(at)}`);
      if (!read.ok) expect(JSON.stringify(read.error)).not.toMatch(/secret|sentence/);
    }
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 8 }), fc.string({ unit: 'binary' })), (text) => {
        expect(typeof readCoe(text).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws when a valid file was damaged in one place', () => {
    fc.assert(
      fc.property(
        fc.nat(valid.length - 1),
        fc.constantFrom('"', '{', '}', '[', ',', '\\', '9', '\0', 'null'),
        (at, damage) => {
          expect(typeof readCoe(valid.slice(0, at) + damage + valid.slice(at + 1)).ok).toBe('boolean');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a key that would change a prototype', () => {
  it.each(['"__proto__"', '"\\u005f_proto__"', '"__pro\\u0074o__"', '"\\u005F\\u005Fproto\\u005f_"'])(
    '%s is dropped',
    (key) => {
      const text = valid.replace('{\n', `{\n  ${key}: {"polluted": true},\n`);
      const read = readCoe(text);
      expect(read.ok).toBe(true);
      expect(read.ok && Object.getPrototypeOf(read.value)).toBe(Object.prototype);
      expect(read.ok && Object.keys(read.value)).not.toContain('__proto__');
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('is text like any other where it is a value', () => {
    const read = readCoe(valid.replace('"summary": "', '"summary": "__proto__ '));
    expect(read.ok && read.value.summary).toMatch(/^__proto__ /);
  });
});

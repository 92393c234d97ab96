import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { coeOfCopy } from '#domain/sharing/coe-of-copy.ts';
import { parseCard, parseShare } from '#domain/sharing/parse-share.ts';
import { SHARE_FAULTS } from '#domain/sharing/share-fault.ts';
import { MAX_SHARE_DEPTH, MAX_SHARE_ROWS } from '#domain/sharing/share-file.ts';
import { parseStrictJson } from '#domain/sharing/strict-json.ts';
import { sealShare } from '#main/sharing/seal-share.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { testId } from '#test/support/test-ids.ts';

import { SHARE, someBody, WRITER } from '../../main/sharing/share-fixtures.ts';

const LIMITS = { depth: MAX_SHARE_DEPTH, rows: MAX_SHARE_ROWS };
/** About six seconds of one processor; 100,000 take a minute. */
const MUTATIONS = Number(process.env['ONCE_SHARE_MUTATIONS'] ?? 10_000);

describe('JSON from a stranger', () => {
  it.each([
    ['{"a":1,"a":2}', 'repeated-key'],
    ['{"a":1,"\\u0061":2}', 'repeated-key'],
    ['{"__proto__":{"admin":true}}', 'not-json'],
    ['{"\\u005f_proto__":1}', 'not-json'],
    ['[1,]', 'not-json'],
    ['{"a":1}}', 'not-json'],
    ['"\\ud800"', 'not-json'],
    ['1e999', 'not-json'],
    ['01', 'not-json'],
    ['', 'not-json'],
    ['"a\nb"', 'not-json'],
    ['['.repeat(10_000), 'too-deep'],
    ['{"a":'.repeat(10_000), 'too-deep'],
    [`[${'{},'.repeat(MAX_SHARE_ROWS)}{}]`, 'too-many-rows'],
  ])('is refused: %.30s', (text, fault) => {
    expect(parseStrictJson(text, LIMITS)).toEqual({ ok: false, error: fault });
  });

  it('is read as JSON.parse reads it when nothing is wrong with it', () => {
    const text = readFileSync(path.join(import.meta.dirname, '../../../../docs/coe.schema.json'), 'utf8');
    expect(parseStrictJson(text, { depth: 400, rows: 100_000 })).toEqual({ ok: true, value: JSON.parse(text) });
    const small = ' {"a":[1,-2.5e3,true,false,null,"é\\n\\u00e9"],\r\n"constructor":{}} ';
    expect(parseStrictJson(small, LIMITS)).toEqual({ ok: true, value: JSON.parse(small) });
  });
});

it('a share file with any change is read or refused with a fault, and never throws', { timeout: 1_200_000 }, () => {
  const body = someBody(coeFullOf(['Orders failed.'], 1));
  const made = sealShare({ kind: 'copy', share: SHARE, seq: 1, previous: null, body }, WRITER, null);
  if (!made.ok) throw new Error(made.error);
  const text = Buffer.from(made.value.bytes).toString();
  const faults = new Set<string>();
  let [seed, read] = [20_260_601, 0];
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const PIECES = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\\u0000',
    'null',
    '-1',
    '1e400',
    '"__proto__":1,',
    '\uFEFF',
    '\u0000',
    'é',
  ];
  for (let run = 0; run < MUTATIONS; run += 1) {
    const at = next(text.length);
    const piece = PIECES[next(PIECES.length)] ?? '';
    const cut = next(3) === 0 ? next(text.length - at) : next(4);
    const mutated = next(10) === 0 ? text.slice(0, at) : text.slice(0, at) + piece + text.slice(at + cut);
    const parsed = parseShare(mutated);
    if (!parsed.ok) faults.add(parsed.error);
    else if (parsed.value.file.kind === 'copy') {
      read += 1;
      coeOfCopy(parsed.value.file.body, testId(1));
    }
    if (parseCard(mutated).ok) throw new Error('A share file was read as a card.');
  }
  for (const fault of faults) expect(SHARE_FAULTS).toHaveProperty(fault);
  // Some changes hit the words of a text, which only the hash notices.
  expect(read).toBeGreaterThan(0);
});

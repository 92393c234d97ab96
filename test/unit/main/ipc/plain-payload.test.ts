import { describe, expect, it } from 'vitest';

import { payloadFault } from '#main/ipc/plain-payload.ts';

const nested = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
};

describe('a payload', () => {
  it('may be any plain JSON, with keys left undefined', () => {
    expect(payloadFault({ a: [1, 'x', null, true, { b: undefined }] })).toBeNull();
    expect(payloadFault(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toBeNull();
  });

  it('may not nest deeper than any COE', () => {
    expect(payloadFault(nested(50))).toBeNull();
    expect(payloadFault(nested(200))).toBe('too-deep');
    expect(payloadFault(nested(1_000_000))).toBe('too-deep');
  });

  it('may not be larger than the largest chart', () => {
    expect(payloadFault({ base64: 'x'.repeat(20_000_000) })).toBeNull();
    expect(payloadFault({ base64: 'x'.repeat(25_000_000) })).toBe('too-large');
    expect(payloadFault({ ids: Array.from({ length: 600_000 }, () => 1) })).toBe('too-large');
    expect(payloadFault(Array.from({ length: 2000 }, () => Array.from({ length: 300 }, () => 1)))).toBe('too-large');
  });

  it('may not contain values that JSON cannot represent', () => {
    const own: unknown = Object.create({ inherited: true });
    const others = [new Date(), new Map(), new Uint8Array(2), own, 1n, Number.NaN, Infinity, Symbol('x'), () => 1];
    for (const other of others) expect(payloadFault({ other }), String(other)).toBe('not-plain');
  });
});

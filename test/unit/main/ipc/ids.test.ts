import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { type Channel, CHANNELS } from '#ipc/channels.ts';
import { CONTRACT } from '#ipc/contract.ts';

type Schema = {
  readonly type?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
};

/** Keys whose values name something that main looks up on disk. */
const NAMES = /^(id|coeId|trashId|versionId|handle|library|fileName|aside|revision|base)$/;

/** The schema of every string under such a key. COEs are left out: nothing in them names a file. */
function namesIn(schema: Schema, at: string): [string, Schema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
    if (key === 'coe') return [];
    const strings = [part, ...(part.anyOf ?? [])].filter(({ type }) => type === 'string');
    const own = NAMES.test(key) ? strings.map((each): [string, Schema] => [`${at}.${key}`, each]) : [];
    return [...own, ...namesIn(part, `${at}.${key}`)];
  });
}

const requestsOf = (channel: Channel): Schema =>
  z.toJSONSchema(CONTRACT[channel].request, { unrepresentable: 'any', io: 'input' }) as Schema;
const names = CHANNELS.flatMap((channel) => namesIn(requestsOf(channel), channel));

const PATHS = [
  '..',
  '.',
  '',
  '../secret',
  '../../outside/secret',
  '/etc/passwd',
  'a/b',
  'a/',
  '01\0',
  '../coes/x.json',
];

describe('ids in requests', () => {
  it('are all found by this test', () => {
    expect(names.map(([at]) => at)).toEqual(expect.arrayContaining(['actions:change.coeId', 'copies:read.fileName']));
    expect(names.length).toBeGreaterThan(25);
  });

  it.each(names)('are never a path: %s', (_at, { pattern }) => {
    expect(pattern).toBeDefined();
    expect(PATHS.filter((each) => new RegExp(pattern ?? '', 'u').test(each))).toEqual([]);
  });
});

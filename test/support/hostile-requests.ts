import * as fc from 'fast-check';
import { z } from 'zod';

import type { Channel } from '#ipc/channels.ts';
import { CONTRACT } from '#ipc/contract.ts';
import { libraryHandleSchema } from '#ipc/ids.ts';

import { testId } from './test-ids.ts';

/** What a schema says as JSON Schema, as far as requests use it. */
type Schema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
};

/** Names that lead out of a folder, mean something to a system, or are two names for one file. */
export const HOSTILE_NAMES = [
  '..',
  '.',
  '../outside/secret.json',
  '../../outside/secret',
  '../../../../../../../../etc/passwd',
  '..\\..\\outside\\secret.json',
  '%2e%2e%2foutside%2fsecret',
  '....//....//outside/secret',
  '/etc/passwd',
  '/proc/self/environ',
  'C:\\Windows\\win.ini',
  '\\\\host\\share\\x',
  '\\\\?\\C:\\x',
  'file:///etc/passwd',
  '~/.ssh/id_rsa',
  '$HOME/.bashrc',
  'CON',
  'con.json',
  'NUL',
  'aux .json',
  'COM1',
  'LPT¹.txt',
  'CONIN$',
  'x.json:stream',
  'x.json::$DATA',
  'secret.json\0.png',
  '\0',
  'ends with a dot.',
  'ends with a space ',
  '...',
  '-rf',
  '--help',
  '.git/config',
  '.once-x.tmp',
  'é.json',
  'e\u0301.json',
  'İ.json',
  'ı.JSON',
  'ß',
  'ẞ',
  '\u202egnp.exe',
  '\ud800',
  '\ufeff',
  'x'.repeat(255),
  'x'.repeat(256),
  'é'.repeat(200),
  '💥'.repeat(64),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '\n',
  '*',
  '?',
  '|',
  '<>',
  '"',
  "'; DROP TABLE coes; --",
  '${x}',
  '{{x}}',
  '$(touch /tmp/x)',
  '`touch /tmp/x`',
  '; touch /tmp/x',
  'a'.repeat(5000),
] as const;

/** From the folder of COEs to files that a test plants outside the library. Channels add `.json` to an id. */
const OUTSIDE = [
  '../../outside/secret',
  '../../outside/broken',
  '../../outside/secret.json',
  '../../outside/broken.json',
];

const name = fc.constantFrom(...HOSTILE_NAMES);
const idLike = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map(testId),
  fc.constantFrom(testId(1).toLowerCase(), `${testId(1)}.json`, `../coes/${testId(1)}`, `${testId(1)}\0`),
  fc.integer({ min: 1, max: 9 }).map((number) => `20260101T000000000Z-${testId(number)}`),
);
/** A valid day: some requests are refused for their day alone, and the rest of them would never be tried. */
const someDay = fc.constant('2026-03-01');
const hostileText = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 3, arbitrary: idLike },
  { weight: 2, arbitrary: fc.constantFrom(...OUTSIDE) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  { weight: 2, arbitrary: someDay },
);
const oddNumber = fc.constantFrom(0, -0, -1, 1, 1.5, 101, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324);

const HANDLE_PATTERN = (z.toJSONSchema(libraryHandleSchema) as Schema).pattern;

/**
 * Something of the schema's shape, with hostile values wherever it takes words. A library is mostly the open one:
 * requests for another are refused, and the rest of them would never be tried.
 */
function shaped(schema: Schema, whole: Schema, library: string, depth: number): fc.Arbitrary<unknown> {
  if (depth > 8) return fc.constant(null);
  const inner = (part: Schema): fc.Arbitrary<unknown> => shaped(part, whole, library, depth + 1);
  if (schema.$ref !== undefined) {
    const named = schema.$ref === '#' ? whole : whole.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return named === undefined ? fc.constant(null) : inner(named);
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(inner));
  if (schema.allOf !== undefined) return inner(Object.assign({}, ...schema.allOf) as Schema);
  if (typeof schema.type === 'object') return fc.oneof(...schema.type.map((type) => inner({ ...schema, type })));
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, inner(part)])),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    case 'array':
      return fc.array(inner(schema.items ?? {}), { maxLength: 3 });
    case 'string':
      return schema.pattern === HANDLE_PATTERN
        ? fc.oneof({ weight: 9, arbitrary: fc.constant(library) }, { weight: 1, arbitrary: hostileText })
        : hostileText;
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: Math.max(-9, schema.minimum ?? -9), max: Math.min(99, schema.maximum ?? 99) }),
        oddNumber,
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.oneof(hostileText, fc.constant({}), oddNumber);
  }
}

/** Spoils one key of an object: takes it away, makes something else of it, or adds one. */
const spoilt = (request: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(request, fc.nat(), fc.oneof(hostileText, fc.jsonValue({ maxDepth: 3 })), fc.nat({ max: 3 }))
    .map(([value, at, other, how]) => {
      if (typeof value !== 'object' || value === null) return other;
      const keys = Object.keys(value);
      const key = keys[at % Math.max(1, keys.length)] ?? 'added';
      const copy: Record<string, unknown> = { ...value };
      if (how === 0) delete copy[key];
      else if (how === 1) copy[key] = other;
      else if (how === 2) copy[key] = [copy[key], other];
      else copy[typeof other === 'string' ? other : 'added'] = other;
      return copy;
    });

/**
 * Hostile requests for a channel as JSON text: most of the right shape, so that they get past the door, some spoilt,
 * some nothing of the kind. `library` is the handle of the open library.
 */
export function hostileRequests(channel: Channel, library: string): fc.Arbitrary<string> {
  const schema = z.toJSONSchema(CONTRACT[channel].request, { unrepresentable: 'any', io: 'input' }) as Schema;
  const request = shaped(schema, schema, library, 0);
  // Written as text: an object cannot be made with such keys of its own.
  const polluted = fc
    .tuple(request, fc.constantFrom('__proto__', 'constructor', 'prototype', 'toJSON', 'then'))
    .map(([value, key]) => `{"${key}":${JSON.stringify(value)},"and":${JSON.stringify(value)}}`);
  const nested = fc.integer({ min: 1, max: 3000 }).map((levels) => `${'['.repeat(levels)}1${']'.repeat(levels)}`);
  const asText = (value: unknown): string => JSON.stringify(value) ?? 'null';
  return fc.oneof(
    { weight: 8, arbitrary: request.map(asText) },
    { weight: 4, arbitrary: spoilt(request).map(asText) },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }).map(asText) },
    { weight: 1, arbitrary: polluted },
    { weight: 1, arbitrary: nested },
  );
}

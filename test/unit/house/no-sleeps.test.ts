import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseSync } from 'vite';
import { expect, it } from 'vitest';

/**
 * Tests wait for a state that stays, never for milliseconds, and no test gets a second attempt. Benchmarks, fault
 * experiments and screenshots are left out: they measure time, choose the moment of a kill, or assert nothing.
 */
const root = path.resolve(import.meta.dirname, '../../..');
const FILES = [
  'test/{e2e,renderer,support,unit}/**/*.{ts,tsx}',
  '{vitest,playwright}.config.ts',
  'scripts/run-tests/*.mjs',
];

/** The one runs under fake timers, which a test moves forward; the other is this file. */
const EXEMPT = new Set(['test/support/memory-disk.ts', 'test/unit/house/no-sleeps.test.ts']);

/** What no test may use, named only here, so that a search finds nothing but real uses. */
const WAIT = 'waitForTimeout';
const [RETRY, RETRIES] = ['retry', 'retries'];

type Node = { readonly type: string; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* nodesIn(child);
  }
}

const nameOf = (node: unknown): string => (isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '');
const argumentsOf = (node: Node): readonly unknown[] => (Array.isArray(node['arguments']) ? node['arguments'] : []);

/** `setTimeout(resolve, 100)`; without a delay it only waits for the next turn. */
const isDelay = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  nameOf(node['callee']) === 'setTimeout' &&
  isNode(argumentsOf(node)[0]) &&
  (argumentsOf(node)[0] as Node).type === 'Identifier' &&
  argumentsOf(node).length > 1;

/** What a node does that no test may do, or null. */
function offence(node: Node): string | null {
  if (node.type === 'MemberExpression' && nameOf(node['property']) === WAIT) return WAIT;
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Promise' && [...nodesIn(node)].some(isDelay)) {
    return 'a promise that sleeps';
  }
  if (node.type === 'ImportDeclaration' && /^(?:node:)?timers\/promises$/.test(nameOf(node['source']))) {
    const names = (node['specifiers'] as Node[]).map((specifier) => nameOf(specifier['imported']));
    if (names.some((name) => name !== 'setImmediate')) return 'timers/promises';
  }
  if (node.type === 'Property' && /^retr(?:y|ies)$/.test(nameOf(node['key']))) return nameOf(node['key']);
  if (node.type === 'Literal' && /^--retr(?:y|ies)\b/.test(String(node['value']))) return String(node['value']);
  return null;
}

const offencesIn = (file: string, text: string): string[] => {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`);
  return [...nodesIn(program)].flatMap((node) => offence(node) ?? []);
};

it('no test sleeps or is retried', () => {
  const files = globSync(FILES, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(250);
  const found = files
    .filter((file) => !EXEMPT.has(file))
    .flatMap((file) => offencesIn(file, readFileSync(path.join(root, file), 'utf8')).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
});

it.each([
  [`await page.${WAIT}(400);`, WAIT],
  ['await new Promise((resolve) => setTimeout(resolve, 300));', 'a promise that sleeps'],
  ["import { setTimeout as pause } from 'node:timers/promises';", 'timers/promises'],
  [`export default defineConfig({ test: { ${RETRY}: 1 } });`, RETRY],
  [`test.describe.configure({ ${RETRIES}: process.env['CI'] === undefined ? 0 : 1 });`, RETRIES],
  [`run('test:unit', ['--${RETRY}=1']);`, `--${RETRY}=1`],
])('%s is found', (code, what) => {
  expect(offencesIn('planted.ts', code)).toEqual([what]);
});

it.each([
  'await new Promise((resolve) => setTimeout(resolve));',
  "import { setImmediate as nextTurn } from 'node:timers/promises';",
  "child.on('exit', () => clearTimeout(timer));",
])('%s is allowed', (code) => {
  expect(offencesIn('planted.ts', code)).toEqual([]);
});

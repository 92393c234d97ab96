import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/**
 * What the sources may not contain, read from their syntax: words in comments and strings do not count, and writing it
 * some other way does not help.
 */
const root = path.resolve(import.meta.dirname, '../../..');
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

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

const nameOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node['name']) : '');
/** The module that an import, an export or a call brings in. */
function moduleOf(node: Node): string | null {
  const source =
    node.type === 'CallExpression' && nameOf(node['callee']) === 'require'
      ? (node['arguments'] as unknown[])[0]
      : /^(?:Import(?:Declaration|Expression)|Export(?:Named|All)Declaration)$/.test(node.type)
        ? node['source']
        : null;
  return isNode(source) ? String(source['value'] ?? 'computed') : null;
}

const parsed = files.map((file) => {
  const { program, errors } = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
  return { file, nodes: [...nodesIn(program)], errors };
});
/** Where in the sources something stands, as `file: what`. */
const found = (find: (node: Node) => string | null, among = /./): string[] =>
  parsed
    .filter(({ file }) => among.test(file))
    .flatMap(({ file, nodes }) => nodes.flatMap((node) => find(node) ?? []).map((what) => `${file}: ${what}`));
const identifiers = (names: readonly string[], among?: RegExp): string[] =>
  found((node) => (names.includes(nameOf(node)) ? nameOf(node) : null), among);
const modules = (forbidden: RegExp, among?: RegExp): string[] =>
  found((node) => {
    const name = moduleOf(node);
    return name !== null && forbidden.test(name) ? name : null;
  }, among);

describe('the sources', () => {
  it('are all parsed', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(parsed.filter(({ errors }) => errors.length > 0).map(({ file }) => file)).toEqual([]);
    expect(modules(/^electron$/).length).toBeGreaterThan(10);
  });

  it('never evaluate text as code', () => {
    expect(identifiers(['eval', 'execScript'])).toEqual([]);
    expect(
      found((node) =>
        /^(?:New|Call)Expression$/.test(node.type) && nameOf(node['callee']) === 'Function' ? 'Function' : null,
      ),
    ).toEqual([]);
    const timers = found((node) => {
      const [first] = node.type === 'CallExpression' ? (node['arguments'] as Node[]) : [];
      return /^set(?:Timeout|Interval)$/.test(nameOf(node['callee'])) && (first?.type ?? '').endsWith('Literal')
        ? nameOf(node['callee'])
        : null;
    });
    expect(timers).toEqual([]);
    expect(modules(/^(?:node:)?(?:vm|repl|inspector|module)(?:\/|$)/)).toEqual([]);
  });

  it('parse text as HTML in one file only', () => {
    const makers = [
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'setHTMLUnsafe',
      'parseHTMLUnsafe',
      'createContextualFragment',
      'dangerouslySetInnerHTML',
      'srcdoc',
      'srcDoc',
      'createPolicy',
      'DOMParser',
    ];
    expect(new Set(identifiers(makers).map((where) => where.split(':')[0]))).toEqual(
      new Set(['src/renderer/rich-text/paste/parse-foreign-html.ts']),
    );
    expect(
      found((node) => (node.type === 'JSXIdentifier' && makers.includes(String(node['name'])) ? 'JSX' : null)),
    ).toEqual([]);
  });

  it('use no network API', () => {
    // One file starts programs: git and ssh, once a team library is connected.
    expect(
      modules(/^(?:node:)?(?:net|http|https|http2|tls|dgram|dns|dns\/promises|child_process|cluster|undici|ws)$/),
    ).toEqual(['src/main/team/git/run-program.ts: node:child_process']);
    expect(
      identifiers([
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'WebSocketStream',
        'WebTransport',
        'EventSource',
        'RTCPeerConnection',
        'sendBeacon',
        'importScripts',
        'ServiceWorker',
        'serviceWorker',
        'SharedWorker',
        'autoUpdater',
        'crashReporter',
        'ClientRequest',
      ]),
    ).toEqual([]);
    const electronNames = found((node) => {
      if (node.type !== 'ImportDeclaration' || moduleOf(node) !== 'electron') return null;
      const names = (node['specifiers'] as Node[]).map((specifier) => nameOf(specifier['imported']));
      const bad = names.filter((name) =>
        [
          '',
          'net',
          'autoUpdater',
          'crashReporter',
          'remote',
          'desktopCapturer',
          'inAppPurchase',
          'pushNotifications',
        ].includes(name),
      );
      return bad.length > 0 ? bad.join(' ') : null;
    });
    expect(electronNames).toEqual([]);
  });

  it('contain no address but links to click and the SVG namespace', () => {
    const addresses = found((node) => {
      const text =
        node.type === 'Literal' || node.type === 'JSXText'
          ? String(node['value'])
          : node.type === 'TemplateElement'
            ? String((node['value'] as { raw: string }).raw)
            : '';
      const match = [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s)\]'"`]+/g)].map(([address]) => address);
      return match.length > 0 ? match.join(' ') : null;
    });
    expect(
      addresses.filter((where) => !where.startsWith('src/domain/guide/handbook/related-reading.ts: ')).toSorted(),
    ).toEqual([
      'src/domain/guide/help-lines.ts: https://findahelpline.com',
      // Embedded posts and videos become links in an imported note.
      'src/domain/import/standard-notes/super-markdown.ts: https://www.youtube.com/watch?v=',
      'src/domain/import/standard-notes/super-markdown.ts: https://x.com/i/status/',
      'src/renderer/features/themes/save/standalone-svg.ts: http://www.w3.org/2000/svg',
    ]);
    expect(addresses.length).toBeGreaterThan(1);
  });

  it('expose no part of Electron to the page', () => {
    expect(modules(/^electron$/, /^src\/(?!main\/|preload\/)/)).toEqual([]);
    expect(identifiers(['ipcRenderer', 'contextBridge'], /^src\/(?!preload\/)/)).toEqual([]);
    const preload = readFileSync(path.join(root, 'src/preload/index.ts'), 'utf8');
    expect(preload.match(/exposeInMainWorld\('(\w+)'/g)).toEqual(["exposeInMainWorld('once'"]);
    expect(identifiers(['remote', 'sendSync', 'postMessage', 'sendToHost'], /^src\/preload\//)).toEqual([]);
  });

  it('create windows in one file, with the preferences from another', () => {
    const windows = found((node) =>
      node.type === 'NewExpression' &&
      /^(?:BrowserWindow|BrowserView|WebContentsView|BaseWindow)$/.test(nameOf(node['callee']))
        ? nameOf(node['callee'])
        : null,
    );
    expect(windows).toEqual(['src/main/window/create-window.ts: BrowserWindow']);
    const switches = identifiers(['webPreferences', 'nodeIntegration', 'contextIsolation', 'webSecurity', 'sandbox']);
    expect(new Set(switches.map((where) => where.split(':')[0]))).toEqual(
      new Set(['src/main/window/window-options.ts']),
    );
  });

  it('open addresses and paths in one file only, after confirmation', () => {
    expect(
      new Set(identifiers(['openExternal', 'openPath', 'showItemInFolder']).map((where) => where.split(':')[0])),
    ).toEqual(new Set(['src/main/app/system-shell.ts']));
  });
});

import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

import { expect, test } from '../support/app.ts';

/** What was built, as it is shipped: also what dependencies brought along is held to this. */
const root = path.resolve('out');
const bundle = (folder: string): { file: string; text: string }[] =>
  globSync(`${folder}/**/*.{js,cjs,html,css}`, { cwd: root }).map((file) => ({
    file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));
const matches = (folder: string, pattern: RegExp): string[] =>
  bundle(folder).flatMap(({ text }) => [...text.matchAll(pattern)].map(([match]) => match));

/**
 * Addresses that stand in the bundle as names of languages and schemas, in messages for developers, and as links to
 * read.
 */
const KNOWN_HOSTS = new Set([
  'www.w3.org',
  'json-schema.org',
  'raw.githubusercontent.com',
  'lexical.dev',
  'react.dev',
  'redux.js.org',
  'redux-toolkit.js.org',
  'reactrouter.com',
  'github.com',
  'datatracker.ietf.org',
  'bit.ly',
  'localhost',
  // Sources that the cipher library names in its comments.
  'mailarchive.ietf.org',
  'cr.yp.to',
  'en.wikipedia.org',
  'www.rfc-editor.org',
  'keymaterial.net',
  // Names of XML namespaces in DOCX files.
  'schemas.openxmlformats.org',
  'schemas.microsoft.com',
  'purl.oclc.org',
  // Sources and namespaces that the libraries for HTML, DOCX, CSV and Markdown name in comments and messages.
  'tc39.es',
  'caniuse.com',
  'html.spec.whatwg.org',
  'dom.spec.whatwg.org',
  'infra.spec.whatwg.org',
  'encoding.spec.whatwg.org',
  'w3c.github.io',
  'drafts.csswg.org',
  'www.iana.org',
  'tools.ietf.org',
  'www.unicode.org',
  'spec.commonmark.org',
  'docs.github.com',
  'developer.mozilla.org',
  'www.ecma-international.org',
  'officeopenxml.com',
  'www.datypic.com',
  'c-rex.net',
  'learn.microsoft.com',
  'docs.microsoft.com',
  'answers.microsoft.com',
  'purl.org',
  'schemas.zwobble.org',
  'www.saxproject.org',
  'stuk.github.io',
  'www.npmjs.com',
  'nodejs.org',
  'www.ibm.com',
  'zlib.net',
  'unix.stackexchange.com',
  'stackoverflow.com',
  'example.com',
  // Licences and messages of the sentence encoder, and where its packages would load a model from if they were not
  // given one. The bundle has no client to ask for it: the alias of node-fetch in electron.vite.config.ts.
  'www.apache.org',
  'emscripten.org',
  'tfhub.dev',
  'storage.googleapis.com',
  // Embedded posts and videos, which become links in an imported note.
  'x.com',
  'www.youtube.com',
  // The directory of help lines, in src/domain/guide/help-lines.ts.
  'findahelpline.com',
  // What the handbook suggests to read, in src/domain/guide/handbook/related-reading.ts.
  'www.pagerduty.com',
  'sites.google.com',
  'medium.com',
  'imwrightshardcode.com',
]);

test.describe('the bundle', () => {
  test('contains no address that was not reviewed', () => {
    const hosts = new Set(
      matches('.', /\b(?:https?|wss?|ftp):\/\/[A-Za-z0-9.-]+\.[a-z]+/g).map((address) => new URL(address).host),
    );
    expect(hosts.size).toBeGreaterThan(3);
    expect([...hosts].filter((host) => !KNOWN_HOSTS.has(host))).toEqual([]);
  });

  test('for the page has no network access, no eval and nothing of Node', () => {
    expect(
      matches(
        'renderer',
        /\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts|serviceWorker|SharedWorker)\b/g,
      ),
    ).toEqual([]);
    // `fetch` is a method of the query library; the function of the browser would be called by its bare name.
    expect(matches('renderer', /(?<![.\w#$])fetch\(\s*[`'"\w]*(?:https?:|url|input|request)/gi)).toEqual([]);
    expect(matches('renderer', /\bnew Function\(|(?<![.\w$])eval\(/g)).toEqual([]);
    expect(matches('renderer', /\brequire\((?:"|')(?:node:)?(?:fs|electron|child_process|net)/g)).toEqual([]);
  });

  test('for the preload is one file that exposes one object', () => {
    const files = bundle('preload');
    expect(files.map(({ file }) => path.basename(file))).toEqual(['index.cjs']);
    expect(matches('preload', /exposeInMainWorld\([^,]*/g)).toHaveLength(1);
    expect(matches('preload', /require\([^)]*\)/g)).toEqual(['require("electron")']);
  });

  test('for main imports no network module but an unused one of the log library', () => {
    const modules = matches(
      'main',
      /(?:from\s*|require\(|import\()["'](?:node:)?(?:net|http|https|http2|tls|dgram|dns|dns\/promises|inspector|vm|cluster|repl)["']/g,
    );
    expect(modules.map((found) => found.replace(/.*["'](?:node:)?(\w+)["']/, '$1')).toSorted()).toEqual([
      'http',
      'https',
    ]);
    expect(matches('main', /\brequire\(["'`]node-fetch|\bfrom ?["'`]node-fetch/g)).toEqual([]);
    expect(matches('main', /\bautoUpdater\b\.\w+\(|crashReporter\.start\(/g)).toEqual([]);
  });

  test('for the sentence encoder has every file it needs', async () => {
    const encoder = path.join(root, 'encoder');
    const worker = new Worker(path.join(root, 'main/encoder-worker.js'), {
      workerData: { model: encoder, wasm: encoder },
    });
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ number: 1, task: 'embed', request: { sentences: ['I said yes to two people.'] } });
      const [message] = await once(worker, 'message');
      expect(message).toMatchObject({ number: 1, answer: expect.any(Int8Array) });
    } finally {
      await worker.terminate();
    }
  });

  test('has two pages, without inline scripts or styles', () => {
    const pages = bundle('renderer').filter(({ file }) => file.endsWith('.html'));
    expect(pages.map(({ file }) => path.basename(file)).toSorted()).toEqual(['capture.html', 'index.html']);
    for (const { text } of pages) {
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=|\bstyle=|https?:|javascript:/i);
      expect(text).toMatch(/<script type="module" crossorigin src="\.\/assets\//);
    }
  });
});

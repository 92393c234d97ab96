import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type BrowserContext, chromium, type ElectronApplication, type Page, type Route } from '@playwright/test';

import { root } from '../../../scripts/system/paths.mjs';
import { bridgeScript } from './bridge.ts';
import { connect, type Message } from './peer.ts';

/** What starts the app: its arguments, and its whole environment. */
export type BrowserStart = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly withoutPolicy: boolean;
};

/** The app with its main process under plain Node and its windows in a browser. */
export type BrowserApp = {
  /** Has what the tests use of it. */
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly ended: Promise<void>;
  readonly kill: () => void;
};

/** A browser knows no scheme of ours: the pages get an address that leads nowhere, and that is answered here. */
const [OWN, SHOWN] = ['app://once/', 'https://once.invalid/'];
const CLIPBOARD = 'https://clipboard.invalid/';

type Size = { readonly width: number; readonly height: number };

/**
 * Starts the built app in a browser: the main process runs under the Node of the tests with a stand-in for Electron,
 * and each of its windows is a page of the browser, with the built preload in it. Everything the page loads, and every
 * address it asks for, goes through the handlers of main.
 */
export async function startInBrowser(program: string, start: BrowserStart): Promise<BrowserApp> {
  const browser = await chromium.launch({ executablePath: program });
  const options = { viewport: null, bypassCSP: start.withoutPolicy, serviceWorkers: 'block' as const };
  const context = await browser.newContext(options);
  const others = await browser.newContext();
  const child = fork(path.join(root, 'out/main/index.js'), [...start.args], {
    execArgv: ['--import', path.join(import.meta.dirname, 'hooks.ts')],
    env: { ...start.env },
    serialization: 'advanced',
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  }).then(() => browser.close());

  const windows = new Map<number, Promise<Page>>();
  const numbers = new Map<Page, number>();
  const pageOf = (window: number): Promise<Page> => windows.get(window) ?? Promise.reject(new Error('No such window'));
  let showFirst: (page: Page) => void = () => undefined;
  const firstPage = Promise.race([
    new Promise<Page>((resolve) => {
      showFirst = resolve;
    }),
    ended.then(() => Promise.reject(new Error('The app ended before it had a page'))),
  ]);
  firstPage.catch(() => undefined);

  const open = async (window: number, size: Size, preload: string | null): Promise<Page> => {
    const page = await (preload === null ? others : context).newPage();
    await page.setViewportSize(size);
    numbers.set(page, window);
    if (preload === null) return page;
    await page.addInitScript(bridgeScript(readFileSync(preload, 'utf8')));
    // Not with listeners of the page, which tests that share an app remove.
    const devTools = await context.newCDPSession(page);
    devTools.on('Page.loadEventFired', () => void call('loaded', window).catch(() => undefined));
    devTools.on('Inspector.targetCrashed', () => void call('gone', window).catch(() => undefined));
    await devTools.send('Page.enable');
    await devTools.send('Inspector.enable');
    return page;
  };
  const clipboardPage = lazily(async () => {
    const own = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await own.newPage();
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Clipboard</title>' }));
    await page.goto(CLIPBOARD);
    return page;
  });

  let lastTurn: Promise<unknown> = Promise.resolve();
  /** Whatever uses the clipboard, one after the other: main does not wait for what it clears or copies. */
  const inTurn = <Value>(use: () => Promise<Value>): Promise<Value> => {
    const turn = lastTurn.then(use);
    lastTurn = turn.catch(() => undefined);
    return turn;
  };

  const call = connect(
    {
      send: (message) => child.connected && child.send(message),
      onMessage: (listener) => void child.on('message', (message) => listener(message as Message)),
    },
    {
      open: (window: number, size: Size, preload: string | null) => {
        windows.set(window, open(window, size, preload));
      },
      load: async (window: number, url: string) => {
        const page = await pageOf(window);
        await page.goto(url.replace(OWN, SHOWN));
        if (url.startsWith(OWN)) showFirst(page);
      },
      close: async (window: number) => (await pageOf(window)).close(),
      reload: async (window: number) => void (await (await pageOf(window)).reload()),
      crash: async (window: number) => void (await pageOf(window)).goto('chrome://crash').catch(() => undefined),
      execute: async (window: number, code: string) => (await pageOf(window)).evaluate(code),
      resize: async (window: number, size: Size) => (await pageOf(window)).setViewportSize(size),
      edit: (window: number, command: string) => inTurn(async () => edit(await pageOf(window), command)),
      send: async (window: number, channel: string, payload: unknown) => {
        const page = await pageOf(window);
        await page.evaluate(([name, sent]) => (globalThis as unknown as Receiving).onceReceive?.(name, sent), [
          channel,
          payload,
        ] as const);
      },
      theme: async (source: string) => {
        const colorScheme = source === 'dark' || source === 'light' ? source : null;
        for (const page of context.pages()) await page.emulateMedia({ colorScheme });
      },
      'clear-clipboard': () =>
        inTurn(async () => (await clipboardPage()).evaluate(() => navigator.clipboard.writeText(''))),
      'read-clipboard': () =>
        inTurn(async () => (await clipboardPage()).evaluate(() => navigator.clipboard.readText())),
      'write-clipboard': (items: Record<string, string>) =>
        inTurn(async () =>
          (await clipboardPage()).evaluate(
            (given) =>
              navigator.clipboard.write([
                new ClipboardItem(
                  Object.fromEntries(Object.entries(given).map(([type, text]) => [type, new Blob([text], { type })])),
                ),
              ]),
            items,
          ),
        ),
    },
  );

  await context.exposeBinding('onceInvoke', ({ page, frame }, channel: string, request: unknown) => {
    const window = numbers.get(page);
    const isOwn = frame === page.mainFrame() && frame.url().startsWith(SHOWN);
    if (window === undefined || !isOwn) throw new Error('This page may not ask');
    return call('invoke', window, channel, request);
  });
  await serveFromMain(context, call);

  const app = {
    evaluate: (run: (...given: never[]) => unknown, argument?: unknown) => call('evaluate', String(run), argument),
    process: () => child,
    windows: () => context.pages(),
    context: () => context,
  } as unknown as ElectronApplication;
  try {
    return { app, page: await firstPage, ended, kill: () => void child.kill('SIGKILL') };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** What the bridge adds to the page. */
type Receiving = { onceReceive?: (channel: string, payload: unknown) => void };

/** Answers every request of the pages with what main serves; any other address leads nowhere. */
async function serveFromMain(context: BrowserContext, call: ReturnType<typeof connect>): Promise<void> {
  await context.route('**', async (route: Route) => {
    const url = route.request().url();
    const served = await call('serve', route.request().method(), url.replace(SHOWN, OWN)).catch(() => null);
    if (served === null || !url.startsWith(SHOWN)) await route.abort('aborted').catch(() => undefined);
    else {
      const { status, headers, body } = served as { status: number; headers: Record<string, string>; body: Uint8Array };
      await route.fulfill({ status, headers, body: Buffer.from(body) }).catch(() => undefined);
    }
  });
}

/** Runs an editing command in a page, as a menu does. */
async function edit(page: Page, command: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const key = { key: 'F24', code: 'F24', windowsVirtualKeyCode: 135 };
  await devTools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key, commands: [command] });
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await devTools.detach();
}

function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}

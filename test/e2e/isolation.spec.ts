import { readFile } from 'node:fs/promises';

import { CHANNELS } from '#ipc/channels.ts';

import { expect, test } from './support/app.ts';
import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { answerTo, ask } from './support/ask.ts';
import { startCounting } from './support/counting-server.ts';
import { untilQuiet } from './support/until-quiet.ts';
import { onlyIf } from './support/only-if.ts';

test.use({ sharesApp: true });

test.describe('the page', { tag: '@packaged' }, () => {
  test('exposes two functions, and nothing of Node or Electron', async ({ once }) => {
    const found = await once.page.evaluate(() => ({
      globals: [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        'ipcRenderer',
        'electron',
        '__dirname',
      ].filter((name) => name in window),
      once: Object.entries((window as unknown as { once: object }).once).map(([name, value]) => [name, typeof value]),
      frozen: Object.isFrozen((window as unknown as { once: object }).once),
    }));
    expect(found).toEqual({
      globals: [],
      once: [
        ['ask', 'function'],
        ['on', 'function'],
      ],
      frozen: true,
    });
  });

  test('runs sandboxed and context-isolated, without Node', async ({ once }) => {
    const preferences = await once.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  test('runs in its own PID namespace with a seccomp filter', async ({ once }) => {
    onlyIf(process.platform === 'linux', 'read from /proc');
    onlyIf(process.getuid?.() !== 0, 'Chromium does not sandbox root');
    const pid = await once.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\s+2$/m);
    expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m);
  });

  test('is refused channels that are not on the list', async ({ once }) => {
    const outcome = await once.page.evaluate(async () => {
      const { once } = window as unknown as { once: Record<'ask' | 'on', (...given: unknown[]) => unknown> };
      const tried = [
        'coe:read-file',
        'electron-store-get-data',
        '__ELECTRON_LOG__',
        'constructor',
        '__proto__',
        1,
        null,
        {},
      ];
      const refusals = [];
      for (const name of tried)
        refusals.push(
          await Promise.resolve(once.ask(name, {})).then(
            () => name,
            () => 'refused',
          ),
        );
      for (const name of tried) {
        try {
          once.on(name, () => undefined);
          refusals.push(name);
        } catch {
          refusals.push('refused');
        }
      }
      return refusals;
    });
    expect(new Set(outcome)).toEqual(new Set(['refused']));
  });

  test('receives no IPC event object', async ({ once }) => {
    const given = once.page.evaluate(
      () =>
        new Promise((resolve) => {
          const { once } = window as unknown as {
            once: { on: (name: string, listener: (...all: unknown[]) => void) => void };
          };
          once.on('settings:changed', (...all) =>
            resolve(all.map((one) => Object.keys(one as object).includes('sender'))),
          );
        }),
    );
    await answerTo(once.page, 'settings:change', { theme: 'dark' });
    expect(await given).toEqual([false]);
  });

  test('is denied every permission a browser would ask for', async ({ once }) => {
    const outcome = await once.page.evaluate(async () => {
      const denied = (promise: Promise<unknown>) =>
        promise.then(
          () => 'granted',
          () => 'denied',
        );
      return {
        camera: await denied(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await denied(navigator.mediaDevices.getDisplayMedia()),
        notifications: await Notification.requestPermission(),
        clipboard: await denied(navigator.clipboard.readText()),
        place: await denied(new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed))),
      };
    });
    expect(outcome).toEqual({
      camera: 'denied',
      screen: 'denied',
      notifications: 'denied',
      clipboard: 'denied',
      place: 'denied',
    });
  });
});

test.describe('the network', () => {
  test('cannot be reached from the page by any means', async ({ once }) => {
    const server = await startCounting();
    await fetch(`http://127.0.0.1:${server.port}/`);
    expect(server.arrivals(), 'the server counts').toBe(1);
    await once.page.evaluate(reachOut, server.port);
    await untilQuiet(once.app);
    expect(await server.allArrivals()).toBe(1);
    expect(once.page.url()).toMatch(/^app:\/\/once\/index\.html/);
    expect(once.app.windows()).toHaveLength(1);
    // Asked by main: Playwright waits for the navigations that were refused.
    const text = await once.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
    expect(text).toContain('Handbook');
    await once.quit();
    expect(await server.allArrivals()).toBe(1);
    await server.close();
  });

  test('cannot be reached from a page without the CSP, nor from main', async ({ once }) => {
    const server = await startCounting();
    await once.app.evaluate(async ({ BrowserWindow, net, session }, port) => {
      const address = `http://127.0.0.1:${port}/`;
      const attempt = (promise: Promise<unknown>) =>
        promise.then(
          () => undefined,
          () => undefined,
        );
      const bare = new BrowserWindow({ show: false });
      await attempt(bare.loadURL(`data:text/html,<img src="${address}"><link rel="preconnect" href="${address}">`));
      await attempt(bare.loadURL(address));
      await attempt(
        bare.webContents.executeJavaScript(
          `Promise.allSettled([fetch('${address}'), new Promise((done) => { const socket = new WebSocket('ws://127.0.0.1:${port}'); socket.onclose = done; socket.onopen = done; })])`,
        ),
      );
      await attempt(net.fetch(address));
      await attempt(session.defaultSession.fetch(address));
      await attempt(session.fromPartition('another').fetch(address));
      await attempt(session.fromPartition('persist:another').fetch(address));
      const other = new BrowserWindow({ show: false, webPreferences: { partition: 'a-third' } });
      await attempt(other.loadURL(address));
      other.destroy();
      await attempt(session.defaultSession.resolveHost('example.com'));
      bare.destroy();
    }, server.port);
    await once.quit();
    expect(await server.allArrivals()).toBe(0);
    await server.close();
  });
});

test.describe('requests', () => {
  test('are refused from any frame but the main one', async ({ once }) => {
    const answers = await once.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true },
      });
      const found: unknown[] = [];
      for (const address of ['data:text/html,stranger', 'app://twice/index.html', 'about:blank']) {
        await stranger.loadURL(address).catch(() => undefined);
        found.push(
          await stranger.webContents.executeJavaScript(
            `'once' in window ? once.ask('settings:read', {}) : location.href`,
          ),
        );
      }
      stranger.destroy();
      return found;
    });
    expect(answers).toHaveLength(3);
    expect(answers).toEqual(
      answers.map(() => ({ ok: false, error: { kind: 'invalid-request', detail: 'not from the page' } })),
    );
  });

  test('are refused from a window that the app did not register, even if it shows the app’s page', async ({ once }) => {
    const answer = await once.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('app://once/index.html');
      const answered: unknown = await stranger.webContents.executeJavaScript(`once.ask('settings:read', {})`);
      stranger.destroy();
      return answered;
    });
    expect(answer).toEqual({ ok: false, error: { kind: 'invalid-request', detail: 'not from the page' } });
  });

  test('are refused on every channel when malformed or huge, and the app keeps running', async ({ once }) => {
    await answerDialogs(once.app, 'Cancel');
    const passed = await once.page.evaluate(sendNonsense, [...CHANNELS]);
    expect(passed).toEqual([]);
    expect(await shownDialogs(once.app)).toEqual([]);
    expect((await answerTo(once.page, 'library:state', {})).status).toBe('ready');
    await expect(once.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });
});

test.describe('links', () => {
  test('are refused without a question unless they open a browser or an email', async ({ once }) => {
    await answerDialogs(once.app, 'Open');
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smb://host/share',
      'ms-msdt:/id',
      'app://once/index.html',
      '',
    ]) {
      expect(await ask(once.page, 'link:open', { url }), url).toMatchObject({ ok: false });
    }
    expect(await shownDialogs(once.app)).toEqual([]);
  });

  test('open only after the address was shown and confirmed', async ({ once }) => {
    await once.app.evaluate(({ shell }) => {
      Object.assign(shell, {
        openExternal: async (address: string) => void Object.assign(globalThis, { opened: address }),
      });
    });
    await answerDialogs(once.app, 'Cancel');
    expect(await answerTo(once.page, 'link:open', { url: 'https://example.org/a?b=c' })).toEqual({ opened: false });
    await answerDialogs(once.app, 'Open');
    expect(await answerTo(once.page, 'link:open', { url: 'https://example.org/a?b=c' })).toEqual({ opened: true });
    expect(await once.app.evaluate(() => (globalThis as { opened?: string }).opened)).toBe('https://example.org/a?b=c');
    expect((await shownDialogs(once.app))[0]).toMatchObject({ detail: 'https://example.org/a?b=c' });
  });
});

/** Every way out that a page knows. Runs in the page. */
async function reachOut(port: number): Promise<void> {
  const address = `http://127.0.0.1:${port}/`;
  const attempt = async (what: () => unknown): Promise<void> => {
    try {
      await what();
    } catch {
      // refused, as it should be
    }
  };
  const add = (tag: string, attributes: Record<string, string>): void => {
    const element = document.createElement(tag);
    try {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    } catch {
      // Trusted Types refuse the source of a script or an object at once
    }
    document.body.append(element);
  };
  await attempt(() => fetch(address));
  await attempt(() => fetch(address, { mode: 'no-cors', keepalive: true }));
  await attempt(() => navigator.sendBeacon(address, 'x'));
  const ended = (target: EventTarget): Promise<unknown> =>
    new Promise((resolve) => {
      for (const name of ['open', 'error', 'close', 'message']) target.addEventListener(name, resolve);
    });
  await attempt(() => ended(new WebSocket(`ws://127.0.0.1:${port}`)));
  await attempt(() => ended(new EventSource(address)));
  await attempt(() => ended(new Worker(address)));
  await attempt(() => ended(new SharedWorker(address)));
  await attempt(() => navigator.serviceWorker.register(address));
  await attempt(() => new FontFace('x', `url(${address})`).load());
  await attempt(() => import(/* @vite-ignore */ `${address}x.js`));
  await attempt(() => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.send('x');
    return new Promise((resolve) => request.addEventListener('loadend', resolve));
  });
  await attempt(async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel('x');
    const gathered = new Promise((resolve) => {
      peer.addEventListener('icecandidate', ({ candidate }) => candidate === null && resolve(null));
    });
    await peer.setLocalDescription(await peer.createOffer());
    await gathered;
  });
  for (const tag of ['img', 'script', 'iframe', 'audio', 'video', 'embed', 'frame']) add(tag, { src: address });
  add('object', { data: address });
  add('svg', { 'xlink:href': address });
  for (const rel of [
    'stylesheet',
    'preload',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'modulepreload',
    'icon',
    'manifest',
  ]) {
    add('link', { rel, href: address, as: 'script' });
  }
  add('meta', { 'http-equiv': 'refresh', content: `0;url=${address}` });
  add('div', { style: `background: url(${address})` });
  document.body.style.backgroundImage = `url(${address})`;
  const link = Object.assign(document.createElement('a'), { href: address, target: '_blank', ping: address });
  const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
  document.body.append(link, form);
  await attempt(() => link.click());
  await attempt(() => Object.assign(link, { target: '' }).click());
  await attempt(() => form.submit());
  await attempt(() => window.open(address));
  await attempt(() => location.assign(address));
  await attempt(() => location.assign('file:///etc/passwd'));
  await attempt(() => location.assign('data:text/html,x'));
}

/** Sends what no channel takes, and answers the channels that took it. Runs in the page. */
async function sendNonsense(channels: readonly string[]): Promise<string[]> {
  const { once } = window as unknown as { once: { ask: (channel: string, request: unknown) => Promise<unknown> } };
  const deep = (levels: number): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < levels; level += 1) value = [value];
    return value;
  };
  const huge = 'x'.repeat(30_000_000);
  const nonsense: (() => unknown)[] = [
    () => null,
    () => undefined,
    () => 'x',
    () => 42,
    () => [],
    () => new Date(),
    () => new Map([['id', 'x']]),
    () => new Uint8Array(64),
    () => ({ unknownKey: deep(500) }),
    () => ({ unknownKey: deep(5000) }),
    () => ({ id: '../../../etc/passwd', url: 1, fileName: 1, handle: 1, coe: { id: '../x' }, theme: 'x', state: 'x' }),
    () => JSON.parse('{"__proto__": {"id": "x"}, "constructor": 1, "theme": [], "state": 1, "filter": 1}'),
    () => ({ id: Number.NaN, theme: Infinity, state: {}, filter: [], limit: -Infinity, text: 3, coeId: 1 }),
  ];
  // The bridge itself throws at some of it, which is a refusal as well.
  const attempt = async (what: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await what();
    } catch {
      return 'refused';
    }
  };
  const passed: string[] = [];
  for (const channel of channels) {
    const attempts =
      channel === 'coe:save' || channel === 'chart:save'
        ? [...nonsense, () => ({ theme: huge, text: huge })]
        : nonsense;
    for (const [number, make] of attempts.entries()) {
      const answer = await attempt(() => once.ask(channel, make()));
      const refused =
        answer === 'refused' || (answer as { error?: { kind: string } }).error?.kind === 'invalid-request';
      if (!refused) passed.push(`${channel} ${number}`);
    }
  }
  return passed;
}

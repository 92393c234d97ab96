import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, type OnceProcess, test } from '../support/app.ts';
import { answerDialogs, shownDialogs } from '../support/answer-dialogs.ts';
import { type CountingServer, startCounting } from '../support/counting-server.ts';
import { untilQuiet } from '../support/until-quiet.ts';
import { startCoe } from '../support/writing.ts';

/** Whatever a page can do to be elsewhere, tried by a script in the page: worse than any text could. */
test.describe('the window does not navigate away on', () => {
  let server: CountingServer;
  let address: string;
  test.beforeAll(async () => {
    server = await startCounting();
    address = `http://127.0.0.1:${server.port}/`;
  });
  // By then every app has ended: nothing more can arrive.
  test.afterAll(async () => {
    expect(await server.allArrivals()).toBe(0);
    await server.close();
  });

  /** The page is the same document it was, alone, and nobody heard of it. */
  const stayed = async ({ app }: OnceProcess, allowed: readonly string[] = []): Promise<void> => {
    await untilQuiet(app);
    const found = await app.evaluate(async ({ BrowserWindow, webContents }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const url = contents?.getURL() ?? '';
      const same: unknown = await contents?.executeJavaScript(
        'self.stayed === 1 && document.body.innerText.includes("Handbook")',
      );
      return {
        url,
        same,
        pages: webContents.getAllWebContents().length,
        windows: BrowserWindow.getAllWindows().length,
      };
    });
    expect(found).toEqual({
      url: expect.stringMatching(/^app:\/\/once\/index\.html/),
      same: true,
      pages: 1,
      windows: 1,
    });
    expect(await server.allArrivals()).toBe(0);
    const questions = (await shownDialogs(app)).map(({ message }) => message);
    expect(questions.filter((question) => !allowed.includes(question))).toEqual([]);
  };

  const begin = async (once: OnceProcess): Promise<void> => {
    await answerDialogs(once.app, 'Cancel');
    await once.page.evaluate(() => void Object.assign(globalThis, { stayed: 1 }));
  };

  const elsewhere = (): string[] => [
    address,
    'https://example.org/',
    'file:///etc/passwd',
    'file:///',
    'data:text/html,<h1>elsewhere</h1>',
    'blob:app://once/0',
    'app://twice/index.html',
    'app://once/assets/',
    'chrome://gpu',
    'view-source:app://once/index.html',
    'javascript:document.write(1)',
    'smb://127.0.0.1/share',
    'ms-settings:privacy',
    'devtools://devtools/bundled/inspector.html',
    `https://example.org/${'x'.repeat(100_000)}`,
  ];

  test('an address set by a script', async ({ once }) => {
    await begin(once);
    await once.app.evaluate(async ({ BrowserWindow }, addresses) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const to of addresses) {
        for (const way of ['location.href = to', 'location.assign(to)', 'location.replace(to)', 'top.location = to']) {
          await contents?.executeJavaScript(`{ const to = ${JSON.stringify(to)}; try { ${way} } catch {} }; 0`);
        }
      }
    }, elsewhere());
    await stayed(once);
  });

  test('window.open, links, middle clicks and clicks with a modifier', async ({ once }) => {
    await begin(once);
    for (const to of elsewhere()) {
      await once.page.evaluate((to) => {
        for (const target of ['_blank', '_top', 'named', '_self']) {
          try {
            window.open(to, target, 'popup,nodeIntegration=yes,webPreferences=sandbox=no');
          } catch {
            // refused
          }
          const link = Object.assign(document.createElement('a'), { target, rel: 'opener', textContent: 'x' });
          link.setAttribute('href', to);
          link.setAttribute('ping', to);
          document.body.append(link);
          link.click();
          for (const keys of [
            { button: 1 },
            { ctrlKey: true },
            { shiftKey: true },
            { metaKey: true },
            { altKey: true },
          ]) {
            link.dispatchEvent(
              new MouseEvent(keys.button === 1 ? 'auxclick' : 'click', { bubbles: true, cancelable: true, ...keys }),
            );
          }
          link.remove();
        }
      }, to);
    }
    // And with a real mouse, which may do what a made-up event may not.
    await once.page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, textContent: 'elsewhere', id: 'elsewhere' });
      link.setAttribute('style', '');
      Object.assign(link.style, {
        position: 'fixed',
        top: '0',
        left: '0',
        zIndex: '9999',
        width: '100px',
        height: '40px',
      });
      document.body.append(link);
    }, address);
    await once.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const clicks = [
        { button: 'middle' as const, modifiers: [] },
        { button: 'left' as const, modifiers: ['control' as const] },
        { button: 'left' as const, modifiers: ['shift' as const] },
        { button: 'left' as const, modifiers: [] },
      ];
      for (const click of clicks) {
        for (const type of ['mouseDown', 'mouseUp'] as const) {
          contents?.sendInputEvent({ type, x: 20, y: 20, clickCount: 1, ...click });
        }
        // Until the page has had the click.
        await contents?.executeJavaScript('0');
      }
    });
    await stayed(once);
  });

  test('about:blank, which Chromium always loads: the app page is restored', async ({ once }) => {
    for (const [way, leaves] of [
      ["location.href = 'about:blank'", true],
      ["window.open('about:blank', '_self')", true],
      ["location = 'about:srcdoc'", false],
    ] as const) {
      await once.page.evaluate(() => void Object.assign(globalThis, { left: true }));
      await once.app.evaluate(async ({ BrowserWindow }, way) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        await contents?.executeJavaScript(`try { ${way} } catch {}; 0`).catch(() => undefined);
      }, way);
      // The page that is left may be there for a moment, and never answers once it is gone.
      if (leaves) await once.page.waitForFunction(() => location.href !== 'about:blank' && !('left' in globalThis));
      await expect(once.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      expect(once.page.url()).toMatch(/^app:\/\/once\/index\.html/);
    }
  });

  test('a refresh, form, base element or frame', async ({ once }) => {
    await begin(once);
    await once.page.evaluate((to) => {
      const add = (tag: string, attributes: Record<string, string>): HTMLElement => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
          try {
            element.setAttribute(name, value);
          } catch {
            // Trusted Types
          }
        }
        document.head.append(element);
        return element;
      };
      add('meta', { 'http-equiv': 'refresh', content: `0;url=${to}` });
      add('base', { href: to });
      for (const method of ['get', 'post', 'dialog']) {
        const form = add('form', { action: to, method });
        const button = Object.assign(document.createElement('button'), { formAction: to });
        form.append(button);
        try {
          (form as HTMLFormElement).requestSubmit(button);
          (form as HTMLFormElement).submit();
        } catch {
          // refused
        }
      }
      for (const src of [to, 'about:blank', 'data:text/html,x', 'app://once/index.html']) {
        add('iframe', { src, srcdoc: '' }).removeAttribute('srcdoc');
        add('iframe', { src, sandbox: 'allow-scripts allow-top-navigation' });
        add('frame', { src });
        add('object', { data: src });
        add('embed', { src });
        add('portal', { src });
        add('fencedframe', { src });
      }
    }, address);
    await stayed(once);
    const framed = await once.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow as unknown as Record<string, unknown> | null;
      return { once: inside !== null && 'once' in inside, require: inside !== null && 'require' in inside };
    });
    expect(framed).toEqual({ once: false, require: false });
  });

  test('a download', async ({ once, folder }) => {
    await begin(once);
    const begun = await once.app.evaluate(({ session }) => {
      const all: string[] = [];
      session.defaultSession.on('will-download', (event, item) =>
        all.push(`${item.getURL()} ${event.defaultPrevented}`),
      );
      Object.assign(globalThis, { downloads: all });
      return all;
    });
    expect(begun).toEqual([]);
    await once.page.evaluate(() => {
      for (const href of ['data:text/plain,x', URL.createObjectURL(new Blob(['x'])), 'app://once/index.html']) {
        Object.assign(document.createElement('a'), { href, download: 'x.desktop' }).click();
      }
    });
    await stayed(once);
    const downloads = await once.app.evaluate(() => (globalThis as { downloads?: string[] }).downloads ?? []);
    expect(downloads.filter((download) => !download.endsWith(' true'))).toEqual([]);
    test.info().annotations.push({ type: 'refused downloads', description: `${downloads.length} in ${folder}` });
  });

  test('a dropped file, folder or link', async ({ once, folder }) => {
    await startCoe(once.page, 'Outage', 'Dropped on', 'yesterday');
    await begin(once);
    const file = path.join(folder, 'dropped.html');
    await writeFile(file, '<h1>dropped</h1><script>self.ran=1</script>');
    await once.app.evaluate(
      async ({ BrowserWindow }, { file, address, folder }) => {
        const window = BrowserWindow.getAllWindows()[0];
        if (window === undefined) return;
        const { debugger: inspector } = window.webContents;
        inspector.attach('1.3');
        const [width = 0, height = 0] = window.getContentSize();
        const drops = [
          { items: [], files: [file] },
          { items: [], files: [folder] },
          { items: [], files: [file, '/etc/passwd'] },
          {
            items: [
              { mimeType: 'text/uri-list', data: address },
              { mimeType: 'text/plain', data: address },
            ],
          },
          { items: [{ mimeType: 'text/uri-list', data: `file://${file}` }] },
          { items: [{ mimeType: 'text/uri-list', data: 'javascript:self.ran=1' }] },
          { items: [{ mimeType: 'text/html', data: `<a href="${address}">x</a><img src=x onerror=self.ran=1>` }] },
        ];
        const places = [
          [40, 40],
          [width / 2, height / 2],
          [width - 40, height - 40],
        ] as const;
        for (const drop of drops) {
          for (const [x, y] of places) {
            const data = { ...drop, dragOperationsMask: 19 };
            for (const type of ['dragEnter', 'dragOver', 'drop']) {
              await inspector.sendCommand('Input.dispatchDragEvent', { type, x, y, data });
            }
          }
        }
        inspector.detach();
      },
      { file, address, folder },
    );
    // Files may be imported, if the person agrees; links and HTML ask for nothing.
    await stayed(once, ['Import what you dropped?', 'Import the 2 files you dropped?']);
    expect(await once.page.evaluate(() => 'ran' in globalThis)).toBe(false);
    await expect(once.page.getByRole('dialog')).toHaveCount(0);
  });

  test('history navigation', async ({ once }) => {
    await begin(once);
    await once.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      await contents?.executeJavaScript(
        `history.pushState({}, '', '#/themes'); try { history.pushState({}, '', 'file:///etc/passwd') } catch {}; try { history.replaceState({}, '', 'app://once/assets/x.js') } catch {}; history.back(); 0`,
      );
    });
    await untilQuiet(once.app);
    const url = await once.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
    expect(url).toMatch(/^app:\/\/once\//);
    expect(await server.allArrivals()).toBe(0);
  });
});

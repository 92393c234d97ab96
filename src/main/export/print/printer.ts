import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { type BrowserWindow, session as electronSession, type Session } from 'electron';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { APP_HOST, APP_SCHEME } from '#main/security/app-scheme.ts';
import { printPolicy } from '#main/security/content-security-policy.ts';

import { PRINT_FONT_FILES } from './print-fonts.ts';
import { footTemplate, type PrintPage } from './print-page.ts';
import { withPlainCreator } from './pdf-bytes.ts';

/** Prints pages in a hidden window: into a PDF, or on the paper that a person chooses. */
export type Printer = {
  /** A page as a PDF with bookmarks and tags. Fails with `print-failed`. */
  readonly toPdf: (page: PrintPage) => Promise<Result<Uint8Array, AppError>>;
  /** Opens the system's print dialog. Fails with `cancelled` if the person closes it, or with `print-failed`. */
  readonly print: (page: PrintPage) => Promise<Result<null, AppError>>;
};

/** A session of its own: in memory only, and the app's page cannot reach what is served there. */
const PARTITION = 'print';
/** Since this version, Chromium draws the foot of the page from the style sheet. */
const DRAWS_FOOT = 131;

/**
 * Creates a printer. `fonts` is the folder of the app's fonts, and `createWindow` creates a hidden window in a session.
 * Call it when the app is ready.
 */
export function createPrinter(fonts: string, createWindow: (session: Session) => BrowserWindow): Printer {
  const pages = new Map<string, PrintPage>();
  let count = 0;
  let isServing = false;
  const session = (): Session => {
    const own = electronSession.fromPartition(PARTITION, { cache: false });
    if (!isServing) own.protocol.handle(APP_SCHEME, ({ url }) => serve(url, pages, fonts));
    isServing = true;
    return own;
  };
  const withPage = async <Answer>(
    page: PrintPage,
    act: (window: BrowserWindow) => Promise<Result<Answer, AppError>>,
  ): Promise<Result<Answer, AppError>> => {
    count += 1;
    const address = `/print-${count}.html`;
    pages.set(address, page);
    const window = createWindow(session());
    try {
      const gone = new Promise<never>((_resolve, reject) => {
        window.webContents.once('render-process-gone', () => reject(new Error('the page to print crashed')));
      });
      await Promise.race([window.loadURL(`${APP_SCHEME}://${APP_HOST}${address}`), gone]);
      return await Promise.race([act(window), gone]);
    } catch {
      // Chromium gives no reason that a person could act on.
      return fail({ kind: 'print-failed' as const });
    } finally {
      pages.delete(address);
      window.destroy();
    }
  };
  return {
    toPdf: (page) =>
      withPage(page, async ({ webContents }) => {
        const drawsFoot = Number(process.versions['chrome']?.split('.')[0]) >= DRAWS_FOOT;
        const pdf = await webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateDocumentOutline: true,
          generateTaggedPDF: true,
          ...(drawsFoot
            ? {}
            : { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footTemplate(page.title) }),
        });
        return ok(withPlainCreator(pdf));
      }),
    print: (page) =>
      withPage(
        page,
        ({ webContents }) =>
          new Promise((resolve) => {
            webContents.print({ silent: false, printBackground: true }, (success, reason) =>
              resolve(success ? ok(null) : fail({ kind: /cancel/i.test(reason) ? 'cancelled' : 'print-failed' })),
            );
          }),
      ),
  };
}

async function serve(url: string, pages: ReadonlyMap<string, PrintPage>, fonts: string): Promise<Response> {
  const { host, pathname } = new URL(url);
  if (host !== APP_HOST) return refusal();
  const page = pages.get(pathname);
  if (page !== undefined) {
    const hash = createHash('sha256').update(page.style).digest('base64');
    return new Response(page.html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': printPolicy(hash),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      },
    });
  }
  const font = PRINT_FONT_FILES.find((file) => pathname === `/fonts/${file}`);
  if (font === undefined) return refusal();
  const bytes = await readFile(path.join(fonts, font));
  return new Response(bytes, { headers: { 'Content-Type': 'font/woff2', 'X-Content-Type-Options': 'nosniff' } });
}

const refusal = (): Response => new Response('', { status: 404 });

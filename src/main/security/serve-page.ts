import { readFile } from 'node:fs/promises';

import { protocol, type Session } from 'electron';

import { errnoOf } from '#main/disk/disk-error.ts';

import { APP_SCHEME } from './app-scheme.ts';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';
import { pageFile } from './page-file.ts';
import { attachmentAt, type ReadAttachment, serveAttachment } from './serve-attachment.ts';

/** Registers the app's scheme. Call it before the app is ready, as Chromium requires. */
export const declareAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);

/**
 * Serves the page's files from `folder`, the pictures of the open library, and those of a copy that is shown before
 * it leaves. Any other request gets an empty 404 response.
 */
export function servePage(session: Session, folder: string, readAttachment: ReadAttachment): void {
  session.protocol.handle(APP_SCHEME, async ({ method, url }) => {
    const attachment = method === 'GET' ? attachmentAt(url) : null;
    if (attachment !== null) return (await serveAttachment(attachment, readAttachment)) ?? refusal();
    const page = method === 'GET' ? pageFile(folder, url) : null;
    if (page === null) return refusal();
    try {
      const bytes = await readFile(page.file);
      return new Response(bytes, {
        headers: {
          'Content-Type': page.contentType,
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      });
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refusal();
    }
  });
}

const refusal = (): Response =>
  new Response('', { status: 404, headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY } });

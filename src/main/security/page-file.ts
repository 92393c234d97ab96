import path from 'node:path';

import { isOwnAddress } from './app-scheme.ts';

/** The file types that the page consists of. No others are served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A file to serve: its absolute path and its content type. */
export type PageFile = { readonly file: string; readonly contentType: string };

/**
 * The file that an address of the page refers to; null for any address outside `folder`, and for file types that the
 * page does not use.
 */
export function pageFile(folder: string, address: string): PageFile | null {
  if (!isOwnAddress(address)) return null;
  const asked = decode(new URL(address).pathname);
  if (asked === null || /[\0\\:]/.test(asked) || asked.split('/').includes('..')) return null;
  const file = path.resolve(folder, `.${path.posix.normalize(asked)}`);
  const contentType = CONTENT_TYPES[path.extname(file).toLowerCase()];
  const inside = file.startsWith(path.resolve(folder) + path.sep);
  return inside && contentType !== undefined ? { file, contentType } : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // an invalid percent escape
  }
}

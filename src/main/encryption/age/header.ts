import { timingSafeEqual } from 'node:crypto';

import { fail, ok, type Result } from '#domain/result.ts';

import type { AgeErrorReason } from './age-error-reason.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { deriveKey, hmacSha256 } from './primitives.ts';

const VERSION_LINE = 'age-encryption.org/v1';
const COLUMNS = 64;

/** The bytes searched for a header, which usually has a few hundred. A longer one counts as damaged. */
const LONGEST = 64 * 1024;

/** The file key, wrapped for one recipient or with a passphrase. */
export type Stanza = { readonly type: string; readonly args: readonly string[]; readonly body: Uint8Array };

/** A parsed header. `signed` is the text that `mac` authenticates, which needs the file key; `length` is in bytes. */
export type Header = {
  readonly stanzas: readonly Stanza[];
  readonly signed: string;
  readonly mac: Buffer;
  readonly length: number;
};

/** Writes a header with a stanza for each recipient, and authenticates it with the file key. */
export function writeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Buffer {
  const signed = `${[VERSION_LINE, ...stanzas.flatMap(linesOf)].join('\n')}\n---`;
  return Buffer.from(`${signed} ${toBase64(headerMac(fileKey, signed))}\n`);
}

function linesOf({ type, args, body }: Stanza): string[] {
  const text = toBase64(body);
  const lines: string[] = [`-> ${[type, ...args].join(' ')}`, ...(text.match(/.{1,64}/g) ?? [])];
  // A body ends with a line shorter than 64 columns, which may be empty.
  if (text.length % COLUMNS === 0) lines.push('');
  return lines;
}

/**
 * Parses a header strictly: rejects anything that age itself would not write. `not-age` without the version line, else
 * `damaged`.
 */
export function parseHeader(file: Uint8Array): Result<Header, AgeErrorReason> {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, LONGEST)).toString('latin1');
  if (!start.startsWith(`${VERSION_LINE}\n`)) return fail('not-age');
  const end = start.indexOf('\n--- ');
  const lineEnd = end === -1 ? -1 : start.indexOf('\n', end + 1);
  if (lineEnd === -1) return fail('damaged');
  const mac = fromBase64(start.slice(end + '\n--- '.length, lineEnd));
  const stanzas = parseStanzas(start.slice(VERSION_LINE.length + 1, end).split('\n'));
  if (stanzas === null || mac === null || mac.length !== 32) return fail('damaged');
  return ok({ stanzas, signed: start.slice(0, end + '\n---'.length), mac, length: lineEnd + 1 });
}

/** Whether the MAC of the header is valid for this file key. */
export const isHeaderAuthentic = (fileKey: Uint8Array, { signed, mac }: Header): boolean =>
  timingSafeEqual(headerMac(fileKey, signed), mac);

const headerMac = (fileKey: Uint8Array, signed: string): Buffer =>
  hmacSha256(deriveKey(fileKey, Buffer.alloc(0), 'header'), signed);

function parseStanzas(lines: readonly string[]): Stanza[] | null {
  const stanzas: Stanza[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const [type, ...args] = line.slice('-> '.length).split(' ');
    if (!line.startsWith('-> ') || type === undefined || ![type, ...args].every(isWord)) return null;
    let text = '';
    for (let full = true; full;) {
      at += 1;
      const part = lines[at];
      if (part === undefined || part.length > COLUMNS) return null;
      text += part;
      full = part.length === COLUMNS;
    }
    at += 1;
    const body = fromBase64(text);
    if (body === null) return null;
    stanzas.push({ type, args, body });
  }
  return stanzas.length === 0 ? null : stanzas;
}

const isWord = (word: string): boolean => /^[\x21-\x7e]+$/.test(word);

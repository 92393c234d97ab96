import { z } from 'zod';

import { fail, ok, type Result } from '../result.ts';
import { canonicalJson } from './canonical-json.ts';
import {
  type Card,
  CARD_FORMAT,
  cardSchema,
  MAX_SHARE_DEPTH,
  MAX_SHARE_ROWS,
  SHARE_FORMAT,
  SHARE_VERSION,
  type ShareFile,
  shareFileSchema,
} from './share-file.ts';
import type { ShareFault } from './share-fault.ts';
import { parseStrictJson } from './strict-json.ts';

/** A share file as it stands in its text: `signed` is what its signature covers, `body` what its hash covers. */
export type ParsedShare = { readonly file: ShareFile; readonly signed: string; readonly body: string };

/** A card as it stands in its text: `signed` is what its signature covers. */
export type ParsedCard = { readonly card: Card; readonly signed: string };

/**
 * Reads the text of a share file; verifies neither its hash nor its signature. A byte order mark and other line ends,
 * which mail programs add, do not matter. Never throws.
 */
export function parseShare(text: string): Result<ParsedShare, ShareFault> {
  const json = parseEnvelope(text, SHARE_FORMAT, 'not-a-share');
  if (!json.ok) return json;
  const file = shareFileSchema.safeParse(json.value);
  if (!file.success) return fail('damaged');
  const { body, sig: _sig, ...signed } = json.value;
  return ok({ file: file.data, signed: canonicalJson(signed), body: canonicalJson(body) });
}

/** Reads the text of a card; does not verify its signature. Never throws. */
export function parseCard(text: string): Result<ParsedCard, ShareFault> {
  const json = parseEnvelope(text, CARD_FORMAT, 'not-a-card');
  if (!json.ok) return json;
  if (typeof json.value['recipient'] === 'string' && /^age1pq/i.test(json.value['recipient'])) {
    return fail('newer-encryption');
  }
  const card = cardSchema.safeParse(json.value);
  if (!card.success) return fail('damaged');
  const { sig: _sig, ...signed } = json.value;
  return ok({ card: card.data, signed: canonicalJson(signed) });
}

/** What the signature of a file or card covers: everything else, of a file without its body, which the hash covers. */
export function signedText(unsigned: Readonly<Record<string, unknown>>): string {
  const { body: _body, sig: _sig, ...signed } = unsigned;
  return canonicalJson(signed);
}

const envelopeSchema = z.looseObject({ format: z.string(), version: z.number().int().min(1) });

function parseEnvelope(
  text: string,
  format: string,
  other: ShareFault,
): Result<Readonly<Record<string, unknown>>, ShareFault> {
  const json = parseStrictJson(text.replace(/^\uFEFF/, ''), { depth: MAX_SHARE_DEPTH, rows: MAX_SHARE_ROWS });
  // A text that names the format was one of ours before it was changed.
  if (!json.ok) return fail(text.includes(`"${format}"`) ? 'damaged' : other);
  const envelope = envelopeSchema.safeParse(json.value);
  if (!envelope.success || envelope.data.format !== format) return fail(other);
  return envelope.data.version > SHARE_VERSION ? fail('newer-version') : ok(envelope.data);
}

import { createHash } from 'node:crypto';

import { fail, ok, type Result } from '#domain/result.ts';
import { parseCard, signedText } from '#domain/sharing/parse-share.ts';
import type { ShareFault } from '#domain/sharing/share-fault.ts';
import { CARD_FORMAT, type Person, SHARE_VERSION } from '#domain/sharing/share-file.ts';
import { parseRecipient } from '#main/encryption/age/x25519-keys.ts';

import type { SharingIdentity } from './identity.ts';
import { isSignedBy, signText } from './signing-key.ts';

const MAX_CARD_BYTES = 10_000;
const GROUPS = 8;
const GROUP_LENGTH = 4;
/** Sixteen letters, so that each stands for four bits: 128 bits in all. */
const LETTERS = 'bcdfghjklmnprstz';

/** The bytes of a card that others import. */
export function writeCard({ person, signing }: SharingIdentity): Uint8Array {
  const unsigned = { format: CARD_FORMAT, version: SHARE_VERSION, ...person };
  return Buffer.from(`${JSON.stringify({ ...unsigned, sig: signText(signing, signedText(unsigned)) }, null, 2)}\n`);
}

/** Reads a card and verifies that it was signed with its own key. Never throws. */
export function readCard(bytes: Uint8Array): Result<Person, ShareFault> {
  if (bytes.length > MAX_CARD_BYTES) return fail('not-a-card');
  const parsed = parseCard(Buffer.from(bytes).toString('utf8'));
  if (!parsed.ok) return parsed;
  const { card, signed } = parsed.value;
  if (parseRecipient(card.recipient) === null || !isSignedBy(card.key, signed, card.sig)) return fail('damaged');
  return ok({ name: card.name, key: card.key, recipient: card.recipient });
}

/**
 * The words of a card, which two people read to each other: eight groups of four letters from a hash of both keys, the
 * same for everybody who has the same card.
 */
export function cardWords({ key, recipient }: Person): string[] {
  const hash = createHash('sha256').update(`once-card\n${key}\n${recipient}`).digest();
  const letters = Array.from(hash.subarray(0, GROUPS * GROUP_LENGTH), (byte) => LETTERS.charAt(byte & 15));
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  );
}

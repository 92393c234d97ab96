import { describe, expect, it } from 'vitest';

import { canonicalJson } from '#domain/sharing/canonical-json.ts';
import { signedText } from '#domain/sharing/parse-share.ts';
import { coeOfCopy } from '#domain/sharing/coe-of-copy.ts';
import { encryptWithPassphrase } from '#main/encryption/age/passphrase-file.ts';
import { readShareFile, sealShare, type UnsignedShare } from '#main/sharing/seal-share.ts';
import { signText } from '#main/sharing/signing-key.ts';
import { generateSharingIdentity } from '#main/sharing/identity.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { COACH, SHARE, someBody, STRANGER, WRITER } from './share-fixtures.ts';

const COE = someCoe({ summary: 'Orders failed at checkout.' });
const COPY: UnsignedShare = { kind: 'copy', share: SHARE, seq: 1, previous: null, body: someBody(COE) };

function sealed(to: typeof COACH | null, copy: UnsignedShare = COPY, from = WRITER): Buffer {
  const made = sealShare(copy, from, to?.person ?? null);
  if (!made.ok) throw new Error(made.error);
  return Buffer.from(made.value.bytes);
}
const read = (bytes: Uint8Array, as = COACH, contacts = [WRITER.person]) => readShareFile(bytes, as, contacts);
/** A file without encryption, with changes made after it was signed. */
const changed = (change: (file: Record<string, unknown>) => object, to: typeof COACH | null = null): Buffer => {
  const plain = JSON.parse(sealed(null).toString()) as Record<string, unknown>;
  return Buffer.from(JSON.stringify({ ...plain, to: to?.person.key ?? plain['to'], ...change(plain) }));
};
/** A file whose changes were signed by its sender. */
function resigned(changes: object, by = WRITER): Buffer {
  const { sig: _sig, ...plain } = { ...(JSON.parse(sealed(null).toString()) as Record<string, unknown>), ...changes };
  return Buffer.from(JSON.stringify({ ...plain, sig: signText(by.signing, signedText(plain)) }));
}

describe('a share file', () => {
  it('opens for its reader and for its writer, and for nobody else', () => {
    const bytes = sealed(COACH);
    expect(bytes.toString('latin1')).not.toContain('checkout');
    expect(read(bytes)).toMatchObject({ ok: true, value: { sender: WRITER.person, isOwn: false, isEncrypted: true } });
    expect(read(bytes, WRITER, [])).toMatchObject({ ok: true, value: { sender: null, isOwn: true } });
    expect(read(bytes, STRANGER)).toEqual({ ok: false, error: 'not-for-you' });
    expect(readShareFile(bytes, null, [])).toEqual({ ok: false, error: 'not-for-you' });
  });

  it('without a reader is JSON that anyone opens', () => {
    const received = read(sealed(null), STRANGER, []);
    expect(received).toMatchObject({ ok: true, value: { sender: null, isEncrypted: false } });
    if (!received.ok || received.value.file.kind !== 'copy') throw new Error('not a copy');
    expect(coeOfCopy(received.value.file.body, testId(7))).toMatchObject({
      id: testId(7),
      kind: 'outage',
      summary: 'Orders failed at checkout.',
    });
  });

  it('is the same after a mail program added a byte order mark and changed the line ends', () => {
    const mailed = Buffer.from(`\uFEFF${sealed(null).toString().replaceAll('\n', '\r\n')}`);
    expect(read(mailed).ok).toBe(true);
  });

  it('is refused when one bit was changed, wherever it is', () => {
    for (const bytes of [sealed(null), sealed(COACH)]) {
      for (let at = 0; at < bytes.length; at += 7) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8((flipped[at] ?? 0) ^ (1 << (at % 8)), at);
        const received = read(flipped);
        // White space may become another white space.
        if (received.ok) expect(flipped.toString()).toMatch(/^[\s{]/);
        else expect(received.error).toMatch(/^(damaged|not-a-share|not-for-you|newer-)/);
      }
    }
  });

  it('is refused when it ends too early, when something follows it, and when it is too large', () => {
    const bytes = sealed(COACH);
    const long = sealed(COACH, { ...COPY, body: someBody(someCoe({ summary: 'x'.repeat(200_000) })) });
    for (let end = 1_000; end < long.length; end += 1_000)
      expect(read(long.subarray(0, end))).toEqual({ ok: false, error: 'damaged' });
    expect(read(Buffer.concat([bytes, bytes]))).toEqual({ ok: false, error: 'damaged' });
    expect(read(Buffer.concat([sealed(null), Buffer.from('{}')]))).toEqual({ ok: false, error: 'damaged' });
    expect(read(Buffer.alloc(6_000_000))).toEqual({ ok: false, error: 'too-large' });
    expect(read(Buffer.from('Hello'))).toEqual({ ok: false, error: 'not-a-share' });
    expect(read(Buffer.from([0xff, 0xfe, 0x00]))).toEqual({ ok: false, error: 'not-a-share' });
  });

  it('is refused when its body, its reader or its sender was exchanged', () => {
    const other = JSON.parse(sealed(null, { ...COPY, body: someBody(someCoe({ summary: 'Other' })) }).toString());
    expect(read(changed(() => ({ body: (other as { body: unknown }).body })))).toEqual({ ok: false, error: 'damaged' });
    expect(read(changed(() => ({ to: COACH.person.key })))).toEqual({ ok: false, error: 'damaged' });
    expect(read(changed(() => ({ from: STRANGER.person })))).toEqual({ ok: false, error: 'damaged' });
    expect(read(changed(() => ({ sig: '0'.repeat(128) })))).toEqual({ ok: false, error: 'damaged' });
    expect(read(changed(() => ({ seq: 2 })))).toEqual({ ok: false, error: 'damaged' });
    expect(read(resigned({}, STRANGER))).toEqual({ ok: false, error: 'damaged' });
  });

  it('is refused when somebody passes it on who was not its reader', () => {
    expect(read(resigned({ to: COACH.person.key }), STRANGER)).toEqual({ ok: false, error: 'for-someone-else' });
    expect(read(resigned({ to: COACH.person.key }), COACH).ok).toBe(true);
  });

  it('is refused when a known name has another key, and a known key another recipient', () => {
    const impostor = generateSharingIdentity('mia  writer');
    expect(read(sealed(COACH, COPY, impostor))).toEqual({ ok: false, error: 'changed-card' });
    const moved = { ...WRITER.person, recipient: STRANGER.person.recipient };
    expect(read(sealed(COACH), COACH, [moved])).toEqual({ ok: false, error: 'changed-card' });
  });

  it('of a newer version says so, and one that is encrypted in another way too', async () => {
    expect(read(resigned({ version: 2 }))).toEqual({ ok: false, error: 'newer-version' });
    expect(read(await encryptWithPassphrase('secret', sealed(null), 2))).toEqual({ ok: false, error: 'passphrase' });
    const pq = sealed(COACH).toString('latin1').replaceAll('-> X25519', '-> mlkem768x25519');
    expect(read(Buffer.from(pq, 'latin1'))).toEqual({ ok: false, error: 'newer-encryption' });
  });

  it('may hold at most 5 MB', () => {
    const body = someBody(someCoe({ summary: 'x'.repeat(5_000_000) }));
    expect(sealShare({ ...COPY, body }, WRITER, null)).toEqual({ ok: false, error: 'too-large' });
  });

  it('has a hash of its body that does not depend on the order of its keys', () => {
    const made = sealShare(COPY, WRITER, null);
    if (!made.ok) throw new Error(made.error);
    const turned = changed((file) => ({
      body: Object.fromEntries(Object.entries(file['body'] as object).toReversed()),
    }));
    expect(read(turned)).toMatchObject({ ok: true, value: { file: { hash: made.value.hash } } });
    expect(canonicalJson({ b: 1, a: [null, 'é\n'] })).toBe('{"a":[null,"é\\n"],"b":1}');
  });
});

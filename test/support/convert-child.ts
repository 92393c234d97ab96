import { parseIdentity } from '#main/encryption/age/x25519-keys.ts';
import { decryptLibrary, encryptLibrary } from '#main/vault/convert-library.ts';

/*
 * Turns encryption of a library on or off, for tests that kill it: convert-child.ts on|off FOLDER JOURNAL CACHES
 * IDENTITY
 */
const [direction = '', folder = '', journal = '', caches = '', identityText = ''] = process.argv.slice(2);
const identity = parseIdentity(identityText);
if (identity === null) throw new Error('no identity');
const change = {
  folder,
  identity,
  external: { caches: [caches], journal },
  onProgress: () => process.stdout.write('.'),
};
const secrets = { passphrase: 'a good passphrase', recoveryKey: '0000-1111-2222-3333-4444-5555-6666', workFactor: 4 };
const done = await (direction === 'on' ? encryptLibrary(change, secrets) : decryptLibrary(change));
process.exitCode = done.ok ? 0 : 1;

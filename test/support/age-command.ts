import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Decrypts bytes with the `age` command and an identity. */
export function ageDecrypt(identity: string, file: Uint8Array): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'once-age-'));
  try {
    const keyFile = path.join(folder, 'key.txt');
    writeFileSync(keyFile, `${identity}\n`);
    return execFileSync('age', ['-d', '-i', keyFile], { input: file, maxBuffer: 2 ** 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Decrypts a file with the `age` command and a file that holds an identity, as a person would. */
export const ageDecryptWithKeyFile = (keyFile: string, file: string): Buffer =>
  execFileSync('age', ['-d', '-i', keyFile, file], { maxBuffer: 2 ** 28 });

/** Encrypts bytes with the `age` command for a recipient. */
export const ageEncrypt = (recipient: string, plain: Uint8Array): Buffer =>
  execFileSync('age', ['-r', recipient], { input: plain, maxBuffer: 2 ** 28 });

/**
 * Runs `age` with a passphrase. It takes one from a terminal only, so `script` lends it one. `args` name files.
 */
export function ageWithPassphrase(passphrase: string, args: readonly string[]): void {
  const command = `age ${args.map((arg) => `'${arg}'`).join(' ')}`;
  execFileSync('script', ['-qec', command, '/dev/null'], { input: `${passphrase}\n${passphrase}\n`, stdio: 'pipe' });
}

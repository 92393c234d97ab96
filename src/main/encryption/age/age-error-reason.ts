/**
 * Why an age file could not be decrypted. `wrong-key` may also mean a damaged header, since the format does not tell
 * the two apart. `too-costly` is a passphrase file whose work factor exceeds `MAX_WORK_FACTOR`.
 */
export type AgeErrorReason = 'not-age' | 'damaged' | 'wrong-key' | 'too-costly';

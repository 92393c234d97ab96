/**
 * Why an age file was not opened. `wrong-key` may also be a damaged header: nothing in the format tells the two apart.
 * `too-costly` is a passphrase file that asks for more work than we are willing to do for a file somebody handed us.
 */
export type AgeErrorReason = 'not-age' | 'damaged' | 'wrong-key' | 'too-costly';

import { upperFirst } from '../text/format.ts';

/** What happened, without a capital or a full stop; what is safe; and what to do, empty when there is nothing. */
export type FaultWords = { readonly title: string; readonly safe: string; readonly next: string };

const NOTHING_IMPORTED = 'Nothing was imported, and nothing of yours was changed.';

/** Why a share file, a card, or what sharing needs is refused. Nothing is written then. */
export const SHARE_FAULTS = {
  'not-a-share': {
    title: 'this is not a file that Once shared',
    safe: NOTHING_IMPORTED,
    next: 'Choose a file whose name ends in .once-share or .once-share.age.',
  },
  'not-a-card': {
    title: 'this is not a card of Once',
    safe: NOTHING_IMPORTED,
    next: 'Choose a file whose name ends in .once-card.',
  },
  'too-large': {
    title: 'the file is larger than 5 MB, the most that a shared COE can have',
    safe: 'Nothing was written.',
    next: 'Leave out pictures, or share fewer sections.',
  },
  damaged: {
    title: 'this file was changed or damaged after it was made',
    safe: NOTHING_IMPORTED,
    next: 'Ask for the file again, as an attachment or on a stick.',
  },
  'newer-version': {
    title: 'a newer version of Once made this file',
    safe: NOTHING_IMPORTED,
    next: 'Update Once, then open the file again.',
  },
  'not-for-you': {
    title: 'this file is encrypted for somebody else',
    safe: NOTHING_IMPORTED,
    next: 'Send the sender your card, and ask for a file made for it.',
  },
  'for-someone-else': {
    title: 'this file names somebody else as its reader',
    safe: NOTHING_IMPORTED,
    next: 'Ask the sender whether it was meant for you.',
  },
  passphrase: {
    title: 'this file is encrypted with a passphrase, not for your card',
    safe: NOTHING_IMPORTED,
    next: 'Send the sender your card, and ask for a file made for it.',
  },
  'newer-encryption': {
    title: 'this version of Once cannot use keys of this kind (age1pq…)',
    safe: NOTHING_IMPORTED,
    next: 'Ask for a card made by Once.',
  },
  'changed-card': {
    title: 'the sender has the name of somebody you know, but another key',
    safe: NOTHING_IMPORTED,
    next: 'Call them and compare the letters of their card. Remove the old contact only if they have a new card.',
  },
  'wrong-sender': {
    title: 'somebody other than the person you shared with signed this file',
    safe: NOTHING_IMPORTED,
    next: 'Ask them to send it from their own Once.',
  },
  'wrong-share': {
    title: 'this file is about a COE that was not shared from this library, or not with this person',
    safe: NOTHING_IMPORTED,
    next: 'Open the library that you shared from, then open the file again.',
  },
  older: {
    title: 'you already have a newer file of this share',
    safe: 'Nothing was changed.',
    next: '',
  },
  'conflicting-copy': {
    title: 'this file has the number of one you already have, but says something else',
    safe: NOTHING_IMPORTED,
    next: 'Ask the sender which of the two is right.',
  },
  withdrawn: {
    title: 'the sender withdrew what this file belongs to',
    safe: NOTHING_IMPORTED,
    next: 'Ask the sender whether to share it again.',
  },
  'changed-event': {
    title: 'this file changes a question or comment that you already have',
    safe: NOTHING_IMPORTED,
    next: 'Ask the sender to send it from their Once.',
  },
  'people-unreadable': {
    title: 'a file of what people shared is damaged, or belongs to another key',
    safe: 'It was not changed.',
    next: 'Restore the folder “people” of the app’s data from a backup, or delete what that person shared and ask for it again.',
  },
  'identity-unavailable': {
    title: 'your card could not be opened: the keyring is locked, or the file of your card is damaged',
    safe: 'Nothing was changed.',
    next: 'Log in again, or restore the folder “sharing” of the app’s data from a backup.',
  },
  'contacts-unavailable': {
    title: 'the list of people whose cards you have could not be read',
    safe: 'Nothing was changed.',
    next: 'Restore the folder “sharing” of the app’s data from a backup, or import their cards again.',
  },
  'wrong-passphrase': {
    title: 'this is not the passphrase of the backup',
    safe: NOTHING_IMPORTED,
    next: 'Type it again, or choose another backup.',
  },
  'other-keys': {
    title: 'this computer has keys of its own already, and the backup has others',
    safe: NOTHING_IMPORTED,
    next: 'Restore the backup before you make a card, on a new computer or in a new account.',
  },
  'record-unavailable': {
    title: 'the record of what you shared from this COE could not be read',
    safe: 'Nothing was saved.',
    next: 'Restore the library from a backup.',
  },
} as const satisfies Readonly<Record<string, FaultWords>>;
export type ShareFault = keyof typeof SHARE_FAULTS;

/** A fault in sentences: what happened, what is safe, what to do. */
export function shareFaultSentence(fault: ShareFault): string {
  const { title, safe, next }: FaultWords = SHARE_FAULTS[fault];
  return [`${upperFirst(title)}.`, safe, next].filter((part) => part !== '').join(' ');
}

/**
 * Whether a file may follow the newest one that the reader has from the same author in the same share. The same file
 * again is fine; null says that there is no objection. `last` is null when the reader has none yet.
 */
export function orderFault(
  file: { readonly seq: number; readonly hash: string },
  last: { readonly seq: number; readonly hash: string } | null,
): ShareFault | null {
  if (last === null || file.seq > last.seq) return null;
  if (file.seq < last.seq) return 'older';
  return file.hash === last.hash ? null : 'conflicting-copy';
}

import type { ReplyRefusal } from '#ipc/threads.ts';

import type { ErrorWords } from './error-words.ts';

const NOTHING_ADDED = 'Nothing was added, and your questions and answers are unchanged.';

/** What to say when the reply of a coach was not taken, by the reason. */
export const REFUSED_REPLY_WORDS: Readonly<Record<ReplyRefusal, ErrorWords>> = {
  'not-a-reply': { title: 'this file is not a reply', safe: NOTHING_ADDED, next: 'Ask for the file of the reply.' },
  'for-another': {
    title: 'this reply is for somebody else',
    safe: NOTHING_ADDED,
    next: 'Ask the sender whether it is the right file. A reply opens only where the copy was shared.',
  },
  'unknown-share': {
    title: 'this reply is to a COE that was not shared from this library',
    safe: NOTHING_ADDED,
    next: 'If you shared it from another library, open that one and try again.',
  },
  withdrawn: {
    title: 'you withdrew the copy that this reply is about',
    safe: NOTHING_ADDED,
    next: 'Share the COE again if you want to go on.',
  },
  'of-another': {
    title: 'this reply is by somebody other than the person you shared with',
    safe: NOTHING_ADDED,
    next: 'If that person has a new computer, exchange cards again, compare the letters, and share a new copy.',
  },
  'event-changed': {
    title: 'a message in this file differs from the one that you have',
    safe: 'The file was refused as a whole, and what you have is unchanged.',
    next: 'Ask the sender for the file once more. If it happens again, share a new copy.',
  },
  'event-of-another': {
    title: 'this file has a message by somebody other than its sender',
    safe: 'The file was refused as a whole, and what you have is unchanged.',
    next: 'Ask the sender for the file once more.',
  },
  'too-many-events': {
    title: 'there are too many messages about this COE',
    safe: NOTHING_ADDED,
    next: 'Withdraw the copy and share the COE again. That begins without messages.',
  },
  'own-key-changed': {
    title: 'your card has changed since you shared this COE',
    safe: NOTHING_ADDED,
    next: 'Exchange cards again, and share a new copy.',
  },
};

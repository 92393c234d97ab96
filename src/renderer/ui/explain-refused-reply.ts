import { assertNever } from '#domain/result.ts';
import type { ReplyRefusal } from '#ipc/threads.ts';

import type { ErrorWords } from './error-words.ts';

const NOTHING_ADDED = 'Nothing was added, and your questions and answers are unchanged.';

/** Explains why the reply of a coach was not taken. */
export function explainRefusedReply(reason: ReplyRefusal): ErrorWords {
  switch (reason) {
    case 'not-a-reply':
      return { title: 'this file is not a reply', safe: NOTHING_ADDED, next: 'Ask for the file of the reply.' };
    case 'for-another':
      return {
        title: 'this reply is for somebody else',
        safe: NOTHING_ADDED,
        next: 'Ask the sender whether it is the right file. A reply opens only where the copy was shared.',
      };
    case 'unknown-share':
      return {
        title: 'this reply is to a COE that was not shared from this library',
        safe: NOTHING_ADDED,
        next: 'If you shared it from another library, open that one and try again.',
      };
    case 'withdrawn':
      return {
        title: 'you withdrew the copy that this reply is about',
        safe: NOTHING_ADDED,
        next: 'Share the COE again if you want to go on.',
      };
    case 'of-another':
      return {
        title: 'this reply is by somebody else than the person you shared with',
        safe: NOTHING_ADDED,
        next: 'If that person has a new computer, exchange cards again, compare the words, and share a new copy.',
      };
    case 'event-changed':
      return {
        title: 'a message in this file differs from the one that you have',
        safe: 'The file was refused as a whole, and what you have is unchanged.',
        next: 'Ask the sender for the file once more. If it happens again, share a new copy.',
      };
    case 'event-of-another':
      return {
        title: 'this file has a message by somebody other than its sender',
        safe: 'The file was refused as a whole, and what you have is unchanged.',
        next: 'Ask the sender for the file once more.',
      };
    case 'too-many-events':
      return {
        title: 'there are too many messages about this COE',
        safe: NOTHING_ADDED,
        next: 'Share a new copy, which begins without messages.',
      };
    case 'own-key-changed':
      return {
        title: 'your card has changed since you shared this COE',
        safe: NOTHING_ADDED,
        next: 'Exchange cards again, and share a new copy.',
      };
    default:
      return assertNever(reason);
  }
}

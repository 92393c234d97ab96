import { isOwnAddress } from '#main/security/app-scheme.ts';

/** What the transport knows of the frame that sent a message. */
export type SenderFrame = { readonly url: string; readonly parent: unknown };

/**
 * Tells whether a message comes from the page itself: its main frame, at its own address. A frame that has gone away, or has
 * navigated since it sent, is null and is refused.
 */
export const isOwnPage = (frame: SenderFrame | null | undefined): boolean =>
  frame !== null && frame !== undefined && frame.parent === null && isOwnAddress(frame.url);

import { isOwnAddress } from '#main/security/app-scheme.ts';

/** What the transport knows about the frame that sent a message. */
export type SenderFrame = { readonly url: string; readonly parent: unknown };

/**
 * Whether a message comes from the main frame of the app's page. A frame that is closed, or navigated after sending, is
 * null and refused.
 */
export const isOwnPage = (frame: SenderFrame | null | undefined): boolean =>
  frame !== null && frame !== undefined && frame.parent === null && isOwnAddress(frame.url);

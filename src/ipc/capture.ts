import { z } from 'zod';

import { KIND_IDS, type KindId } from '#domain/coe/vocabulary.ts';
import { momentSchema } from '#domain/time/moment.ts';

import { type Contracts, typeOf } from './channel-contract.ts';

/** The longest text of a quick capture, in UTF-16 code units. */
export const MAX_CAPTURE_LENGTH = 100_000;

const captureSchema = z.strictObject({
  text: z.string().max(MAX_CAPTURE_LENGTH),
  happened: momentSchema,
  kind: z.enum(KIND_IDS),
});
/** What is typed in the quick capture window. */
export type Capture = z.infer<typeof captureSchema>;

/**
 * Whether quick capture can be opened from outside the app. `shortcut`: the keys chosen in the settings work, or the
 * system refused them. `tray`: the icon is shown, or the system has no place for it.
 */
export type CaptureAccess = {
  shortcut: 'none' | 'works' | 'refused';
  tray: 'off' | 'shown' | 'unavailable';
};

const nothing = z.strictObject({});

/** The channels of quick capture. Those after `capture:access` are for its own window only. */
export const CAPTURE_CHANNELS = {
  /** Opens the quick capture window, or brings it to the front. */
  'capture:open': { request: nothing, answer: typeOf<null>(), whileLocked: true },
  'capture:access': { request: nothing, answer: typeOf<CaptureAccess>(), whileLocked: true },
  /** The text that was typed and not saved yet; null for none. `kind` is the kind chosen last. */
  'capture:read': { request: nothing, answer: typeOf<{ capture: Capture | null; kind: KindId }>(), whileLocked: true },
  /** Remembers what is typed until it is saved or discarded, whether the window is open or not. */
  'capture:change': { request: captureSchema, answer: typeOf<null>(), whileLocked: true },
  /** Makes a draft COE of the text. When this fails, the text is remembered as before. */
  'capture:save': {
    request: captureSchema.refine(({ text }) => text.trim() !== '', { path: ['text'] }),
    answer: typeOf<null>(),
  },
  'capture:discard': { request: nothing, answer: typeOf<null>(), whileLocked: true },
  'capture:close': { request: nothing, answer: typeOf<null>(), whileLocked: true },
  /** Shows the main window, for example to unlock the library there. */
  'capture:show-main': { request: nothing, answer: typeOf<null>(), whileLocked: true },
} as const satisfies Contracts;

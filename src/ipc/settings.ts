import { z } from 'zod';

import { ADVICE_RULE_IDS } from '#domain/advice/advice.ts';
import { COE_ORDERS } from '#domain/catalogue/coe-order.ts';
import { SPELLING_LANGUAGES } from '#domain/spelling/languages.ts';
import { DEPTH_IDS } from '#domain/coe/vocabulary.ts';

/** What a person may choose. Settings hold settings only: never a word of a COE. */
export const settingsSchema = z.object({
  /** Light, dark, or as the system is. */
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the person's own words, in percent of the app's measure. */
  proseSize: z.number().int().min(80).max(160),
  /** The view a COE opens in. */
  editorView: z.enum(['guided', 'whole']),
  /** How much of the outline a new COE shows. */
  newCoeDepth: z.enum(DEPTH_IDS),
  /** Whether prompts stand beside the text from the start. */
  showPrompts: z.boolean(),
  /** The order of the list of COEs. */
  listOrder: z.enum(COE_ORDERS),
  /** The IANA zone times are entered in; empty means the computer's. */
  zone: z.string().max(80),
  /** Written into new COEs as their author; empty leaves it open. */
  authorName: z.string().max(200),
  /** Whether a COE's title may stand in the window's title, where others can read it. */
  titleInWindow: z.boolean(),
  /** After how many minutes without use an encrypted library is locked; 0 for never. */
  lockAfterMinutes: z
    .number()
    .int()
    .min(0)
    .max(24 * 60),
  /** Whether it is locked when the computer sleeps or its screen is locked. */
  lockWithScreen: z.boolean(),
  /** Less movement, whatever the system says. */
  reduceMotion: z.boolean(),
  /** Whether spelling is checked while one writes, on this computer. */
  spellCheck: z.boolean(),
  /** The languages it is checked in, all at once. */
  spellLanguages: z.array(z.enum(SPELLING_LANGUAGES)).max(SPELLING_LANGUAGES.length),
  /** The checks beside the text that somebody does not want to hear of, in any COE. */
  adviceOff: z.array(z.enum(ADVICE_RULE_IDS)).max(ADVICE_RULE_IDS.length),
  /** Whether one notification a day says that something is due. */
  reminders: z.boolean(),
  /** From when on in the day, `HH:MM` by the clock on the wall. */
  reminderTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Whether words of a COE may stand in a notification, which others may see. */
  titlesInReminders: z.boolean(),
  /** Set once reminders were offered, and never offered again. */
  remindersOffered: z.boolean(),
  /** Set once the welcome has been answered. */
  welcomed: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What holds until a person chooses otherwise. A settings file that lost a key falls back to these, key by key. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  proseSize: 100,
  editorView: 'guided',
  newCoeDepth: 'standard',
  showPrompts: true,
  listOrder: 'happened-newest',
  zone: '',
  authorName: '',
  titleInWindow: false,
  lockAfterMinutes: 15,
  lockWithScreen: true,
  reduceMotion: false,
  spellCheck: true,
  spellLanguages: ['en-US', 'en-GB'],
  adviceOff: [],
  reminders: false,
  reminderTime: '09:00',
  titlesInReminders: false,
  remindersOffered: false,
  welcomed: false,
};

/** A change names only what it changes. */
export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

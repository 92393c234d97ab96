import { z } from 'zod';

import { ADVICE_RULE_IDS } from '#domain/advice/advice.ts';
import { COE_ORDERS } from '#domain/catalogue/coe-order.ts';
import { DEFAULT_EXPORT_CHOICE, exportChoiceSchema } from '#domain/export/export-choice.ts';
import { EXPORT_FORMAT_IDS } from '#domain/export/export-formats.ts';
import { SPELLING_LANGUAGES } from '#domain/spelling/languages.ts';
import { DEPTH_IDS } from '#domain/coe/vocabulary.ts';
import { CLOCKS, DATE_ORDERS } from '#domain/time/date-style.ts';
import { timeOfDaySchema } from '#domain/time/time-of-day-schema.ts';

import { dictionaryIdSchema, MAX_DICTIONARIES } from './dictionaries.ts';
import { isGlobalShortcut, validShortcuts } from './shortcuts.ts';

/** The settings that a person can change. They never contain text of a COE. */
export const settingsSchema = z.object({
  /** The colour theme; `system` follows the system. */
  theme: z.enum(['system', 'light', 'dark']),
  /** Text size of the person's own writing, in percent. */
  proseSize: z.number().int().min(80).max(160),
  /** How long the lines of prose may get. */
  lineLength: z.enum(['short', 'medium', 'long']),
  /** How closely the rows of lists follow each other. */
  density: z.enum(['comfortable', 'compact']),
  /** The view a COE opens in. */
  editorView: z.enum(['guided', 'whole']),
  /** How much of the outline a new COE shows. */
  newCoeDepth: z.enum(DEPTH_IDS),
  /** Whether prompts are shown next to the text at first. */
  showPrompts: z.boolean(),
  /** The sort order of the list of COEs. */
  listOrder: z.enum(COE_ORDERS),
  /** The IANA time zone of times that are entered; empty for the computer's. */
  zone: z.string().max(80),
  /** The order of day, month and year of dates; `system` follows the computer's region. */
  dateOrder: z.enum(['system', ...DATE_ORDERS]),
  /** The clock of times of day; `system` follows the computer's region. */
  clock: z.enum(['system', ...CLOCKS]),
  /** The author of new COEs; empty for none. */
  authorName: z.string().max(200),
  /** Other names of the person in COEs and actions, between commas. */
  aliases: z.string().max(1000),
  /** A person to call on a bad day, shown beside words of despair and nowhere else; both empty for none. */
  someoneToCall: z.object({ name: z.string().max(200), number: z.string().max(200) }),
  /** Whether the window's title may show the title of a COE, where others can read it. */
  titleInWindow: z.boolean(),
  /** Minutes without use after which an encrypted library is locked; 0 for never. */
  lockAfterMinutes: z
    .number()
    .int()
    .min(0)
    .max(24 * 60),
  /** Whether an encrypted library is locked when the computer sleeps or its screen is locked. */
  lockWithScreen: z.boolean(),
  /** Reduces animations, whatever the system's setting is. */
  reduceMotion: z.boolean(),
  /** Changed shortcuts by command id; '' for none. Invalid entries are dropped, and the others stay. */
  shortcuts: z.record(z.string().max(60), z.unknown()).transform(validShortcuts),
  /** Whether spelling is checked while writing. The check runs on this computer. */
  spellCheck: z.boolean(),
  /** The languages of the spelling check. A word is correct if any of them contains it. */
  spellLanguages: z.array(z.enum(SPELLING_LANGUAGES)).max(SPELLING_LANGUAGES.length),
  /** The ids of the added dictionaries that are used in addition to the languages. */
  ownDictionaries: z.array(dictionaryIdSchema).max(MAX_DICTIONARIES),
  /** Advice rules that the person turned off for all COEs. */
  adviceOff: z.array(z.enum(ADVICE_RULE_IDS)).max(ADVICE_RULE_IDS.length),
  /** Whether a daily notification says that something is due. */
  reminders: z.boolean(),
  /** The earliest local time of the daily notification, `HH:MM`. */
  reminderTime: timeOfDaySchema,
  /** Whether a notification may show text of a COE, where others may see it. */
  titlesInReminders: z.boolean(),
  /** Whether reminders were already offered; they are offered only once. */
  remindersOffered: z.boolean(),
  /** The keys that open quick capture from any program, as an accelerator in Electron's notation; '' for none. */
  captureShortcut: z.string().refine((keys) => keys === '' || isGlobalShortcut(keys)),
  /** Whether an icon for quick capture is in the system tray while Once runs. */
  trayIcon: z.boolean(),
  /** Whether Once keeps running in the tray after its window was closed. Only with the tray icon. */
  runInTray: z.boolean(),
  /** What was exported last, and how: the next export starts with the same choice. */
  exportChoice: exportChoiceSchema.extend({ format: z.enum(EXPORT_FORMAT_IDS), separator: z.enum([',', ';']) }),
  /** Whether the introduction is over: it led to a COE, or the person skipped it. */
  welcomed: z.boolean(),
});
/** The values of all settings. */
export type Settings = z.infer<typeof settingsSchema>;

/** The default settings. A settings file with missing keys falls back to these, key by key. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  proseSize: 100,
  lineLength: 'medium',
  density: 'comfortable',
  editorView: 'guided',
  newCoeDepth: 'standard',
  showPrompts: true,
  listOrder: 'happened-newest',
  zone: '',
  dateOrder: 'system',
  clock: 'system',
  authorName: '',
  aliases: '',
  someoneToCall: { name: '', number: '' },
  titleInWindow: false,
  lockAfterMinutes: 15,
  lockWithScreen: true,
  reduceMotion: false,
  shortcuts: {},
  spellCheck: true,
  spellLanguages: ['en-US', 'en-GB'],
  ownDictionaries: [],
  adviceOff: [],
  reminders: false,
  reminderTime: '09:00',
  titlesInReminders: false,
  remindersOffered: false,
  captureShortcut: '',
  trayIcon: false,
  runInTray: false,
  exportChoice: { ...DEFAULT_EXPORT_CHOICE, format: 'markdown', separator: ',' },
  welcomed: false,
};

/** A change of settings. Keys that are left out stay as they are. */
export const settingsChangeSchema = settingsSchema.partial();
/** The settings to change, with their new values. */
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

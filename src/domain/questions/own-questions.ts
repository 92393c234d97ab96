import { z } from 'zod';

import { DEPTH_IDS, KIND_IDS, type KindId, type SectionId } from '../coe/vocabulary.ts';
import { sectionWording } from '../guide/wording.ts';
import { fail, ok, type Result } from '../result.ts';

/** Says that a JSON file contains own questions. Never changes. */
const QUESTIONS_FORMAT = 'once-questions';

const VERSION = 1;

const line = z.string().trim().min(1).max(500);

/** A question of a section: a built-in one, known by its text, or one's own. */
const promptSchema = z.looseObject({ text: line, hidden: z.boolean().default(false) });
const conditionSchema = z.looseObject({ name: line, meaning: z.string().trim().max(500).default('') });
/** A kind and a depth to begin a COE with. */
const presetSchema = z.looseObject({ name: line, kind: z.enum(KIND_IDS), depth: z.enum(DEPTH_IDS) });

/**
 * What a person or team asks beyond the built-in questions, as stored in `questions/questions.json` of a library.
 * `prompts` has a list for each kind and section that was changed, in the order to show. Unknown keys, kinds and
 * sections are kept.
 */
export const ownQuestionsSchema = z.looseObject({
  format: z.literal(QUESTIONS_FORMAT),
  version: z.literal(VERSION),
  prompts: z.record(z.string().max(80), z.record(z.string().max(80), z.array(promptSchema).max(200))).default({}),
  conditions: z.array(conditionSchema).max(200).default([]),
  presets: z.array(presetSchema).max(100).default([]),
});
export type OwnQuestions = z.infer<typeof ownQuestionsSchema>;
/** A question as a person ordered and hid it. */
export type Prompt = OwnQuestions['prompts'][string][string][number];
/** A condition with a meaning, of the person's own. Its name is what a COE stores. */
export type OwnCondition = OwnQuestions['conditions'][number];

/** Nothing of one's own: the built-in questions as they are. */
export const NO_OWN_QUESTIONS: OwnQuestions = {
  format: QUESTIONS_FORMAT,
  version: VERSION,
  prompts: {},
  conditions: [],
  presets: [],
};

/** Why a file of own questions could not be read. */
export type QuestionsFault =
  | { readonly reason: 'broken' }
  | { readonly reason: 'newer-version'; readonly version: number };

const newerSchema = z.looseObject({ format: z.literal(QUESTIONS_FORMAT), version: z.int().gt(VERSION) });

/** Reads the text of a file; fails if it is not JSON, not of this format, or of a newer version. */
export function readQuestions(text: string): Result<OwnQuestions, QuestionsFault> {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const parsed = ownQuestionsSchema.safeParse(json);
    if (parsed.success) return ok(parsed.data);
    const newer = newerSchema.safeParse(json);
    return fail(newer.success ? { reason: 'newer-version', version: newer.data.version } : { reason: 'broken' });
  } catch {
    return fail({ reason: 'broken' });
  }
}

/** The text of the file: indented JSON with a final line break. */
export const writeQuestions = (questions: OwnQuestions): string => `${JSON.stringify(questions, null, 2)}\n`;

/**
 * The questions of a section for a kind, in order, hidden ones included. Built-in questions that the person's list does
 * not name, from a newer version of the app, come last.
 */
export function promptsOf(own: OwnQuestions, kind: KindId, section: SectionId): readonly Prompt[] {
  const builtIn = sectionWording(kind, section).prompts;
  const listed = own.prompts[kind]?.[section] ?? [];
  const known = new Set(listed.map(({ text }) => text));
  return [...listed, ...builtIn.filter((text) => !known.has(text)).map((text) => ({ text, hidden: false }))];
}

/** The texts of the questions to show. */
export const shownPrompts = (own: OwnQuestions, kind: KindId, section: SectionId): readonly string[] =>
  promptsOf(own, kind, section).flatMap(({ text, hidden }) => (hidden ? [] : [text]));

/** Whether a question ships with the app. Such a question can be hidden, and not removed. */
export const isBuiltInPrompt = (kind: KindId, section: SectionId, text: string): boolean =>
  sectionWording(kind, section).prompts.includes(text);

/** Sets the list of a section; null goes back to the built-in questions. */
export function withPrompts(
  own: OwnQuestions,
  kind: KindId,
  section: SectionId,
  list: readonly Prompt[] | null,
): OwnQuestions {
  const { [section]: _before, ...others } = own.prompts[kind] ?? {};
  const sections = list === null ? others : { ...others, [section]: [...list] };
  const { [kind]: _sections, ...kinds } = own.prompts;
  return { ...own, prompts: Object.keys(sections).length === 0 ? kinds : { ...kinds, [kind]: sections } };
}

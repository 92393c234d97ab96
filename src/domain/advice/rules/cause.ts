import type { Coe } from '../../coe/coe.ts';
import { contentWords } from '../content-words.ts';
import { type Advice, createAdvice } from '../advice.ts';

/** A cause that shares this much of its words with the trigger repeats it. */
const MAX_SHARED = 0.7;
const MIN_WORDS = 3;

/** Advice when the prose about the cause repeats the trigger or the title, and no condition is named. */
export function checkCause(coe: Coe): Advice[] {
  const { cause } = coe.sections;
  const said = contentWords(cause.prose);
  const trigger = contentWords(`${cause.triggerNote} ${coe.title}`);
  if (said.size < MIN_WORDS || trigger.size === 0) return [];
  if (cause.conditions.some(({ condition }) => condition !== '')) return [];
  const shared = [...said].filter((word) => trigger.has(word)).length;
  if (shared / said.size < MAX_SHARED) return [];
  return [createAdvice('restates-trigger', 'cause', 'The cause repeats what set it off, in much the same words.')];
}

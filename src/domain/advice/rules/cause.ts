import type { Coe } from '../../coe/coe.ts';
import { contentWords } from '../content-words.ts';
import { type Advice, createAdvice } from '../advice.ts';

/** From this share of its words on, a cause says what the trigger said. */
const MOST_IN_COMMON = 0.7;
const FEWEST_WORDS = 3;

/** A root cause that is the trigger again: what set it off is one thing, what had been waiting another. */
export function checkCause(coe: Coe): Advice[] {
  const { cause } = coe.sections;
  const said = contentWords(cause.prose);
  const trigger = contentWords(`${cause.triggerNote} ${coe.title}`);
  if (said.size < FEWEST_WORDS || trigger.size === 0) return [];
  if (cause.conditions.some(({ condition }) => condition !== '')) return [];
  const shared = [...said].filter((word) => trigger.has(word)).length;
  if (shared / said.size < MOST_IN_COMMON) return [];
  return [createAdvice('restates-trigger', 'cause', 'The cause says what set it off, in much the same words.')];
}

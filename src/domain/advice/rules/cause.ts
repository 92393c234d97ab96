import type { Coe } from '../../coe/coe.ts';
import { tokensOf } from '../content-words.ts';
import { type Advice, advise } from '../advice.ts';

/** From this share of its words on, a cause says what the trigger said. */
const MOST_IN_COMMON = 0.7;
const FEWEST_WORDS = 3;

/** A root cause that is the trigger again: what set it off is one thing, what had been waiting another. */
export function checkCause(coe: Coe): Advice[] {
  const { cause } = coe.sections;
  const said = tokensOf(cause.prose);
  const trigger = tokensOf(`${cause.triggerNote} ${coe.title}`);
  if (said.size < FEWEST_WORDS || trigger.size === 0) return [];
  if (cause.conditions.some(({ condition }) => condition !== '')) return [];
  const shared = [...said].filter((word) => trigger.has(word)).length;
  if (shared / said.size < MOST_IN_COMMON) return [];
  return [advise('restates-trigger', 'cause', 'The cause says what set it off, in much the same words.')];
}

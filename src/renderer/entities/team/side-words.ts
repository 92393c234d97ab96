import type { QuestionSide } from '#domain/team/side-of-question.ts';
import type { AskedQuestion } from '#ipc/team.ts';

/** The words for one wording of a question: `yours`, `Ann’s`; `the first`, `the second` where the writers do not tell them apart. */
export function sideWords(question: AskedQuestion, side: QuestionSide): string {
  const { firstBy, secondBy } = question;
  const by = side === 'first' ? firstBy : secondBy;
  const isSame = firstBy !== null && firstBy.name === secondBy?.name && firstBy.isYou === secondBy.isYou;
  if (by === null || isSame) return side === 'first' ? 'the first' : 'the second';
  return by.isYou ? 'yours' : `${by.name}’s`;
}

/** Who wrote one side, as the subject of a sentence: `You`, `Ann`; null if the history does not tell. */
export function writerWords({ firstBy, secondBy }: AskedQuestion, side: QuestionSide): string | null {
  const by = side === 'first' ? firstBy : secondBy;
  return by === null ? null : by.isYou ? 'You' : by.name;
}

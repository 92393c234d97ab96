import type { QuestionSide } from '#domain/team/side-of-question.ts';
import type { AskedQuestion } from '#ipc/team.ts';

/** The words for one wording of a question: `yours`, `Ann’s`; `the first`, `the second` where the writers do not tell them apart. */
export function sideWords(question: AskedQuestion, side: QuestionSide): string {
  const { firstBy, secondBy } = question;
  const by = side === 'first' ? firstBy : secondBy;
  if (by === null || isByOnePerson(question)) return side === 'first' ? 'the first' : 'the second';
  return by.isYou ? 'yours' : `${by.name}’s`;
}

/** Whether both wordings are by the same person; false if the history does not tell. */
export const isByOnePerson = ({ firstBy, secondBy }: AskedQuestion): boolean =>
  firstBy !== null && firstBy.name === secondBy?.name && firstBy.isYou === secondBy.isYou;

/** Who wrote one side, as the subject of a sentence: `You`, `Ann`; null if the history does not tell. */
export function writerWords({ firstBy, secondBy }: AskedQuestion, side: QuestionSide): string | null {
  const by = side === 'first' ? firstBy : secondBy;
  return by === null ? null : by.isYou ? 'You' : by.name;
}

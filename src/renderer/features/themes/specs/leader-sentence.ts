import { countText, listText } from '../words/count-words.ts';

/** Says what leads a ranking without hiding a tie: one, two side by side, or that nothing stands out. */
export function leaderSentence(
  rows: readonly { name: string; count: number }[],
  say: { one: (name: string, count: number) => string; more: (names: string, count: number) => string; many: string },
): string {
  const top = rows[0];
  if (top === undefined) return '';
  const tied = rows.filter((row) => row.count === top.count);
  if (tied.length === 1) return say.one(top.name, top.count);
  if (tied.length === 2) return say.more(listText(tied.map((row) => row.name)), top.count);
  return `Nothing stands out: ${countText(tied.length)} ${say.more(say.many, top.count)}`;
}

import { joinList, formatNumber } from '#domain/text/format.ts';

/** Names the leader of a ranking, both of two that tie, or says that nothing stands out. Empty without rows. */
export function leaderSentence(
  rows: readonly { name: string; count: number }[],
  say: { one: (name: string, count: number) => string; more: (names: string, count: number) => string; many: string },
): string {
  const top = rows[0];
  if (top === undefined) return '';
  const tied = rows.filter((row) => row.count === top.count);
  if (tied.length === 1) return say.one(top.name, top.count);
  if (tied.length === 2) return say.more(joinList(tied.map((row) => row.name)), top.count);
  return `Nothing stands out: ${formatNumber(tied.length)} ${say.more(say.many, top.count)}`;
}

import { isNullOid, parseOid } from '#domain/team/oid.ts';

import type { ChangedPath, HistoryStep } from './team-repository.ts';

/** Splits output at zero bytes as it comes. */
export function splitAtZero(): (chunk: Buffer) => readonly string[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const parts: string[] = [];
    let start = 0;
    for (let end = all.indexOf(0, start); end !== -1; end = all.indexOf(0, start)) {
      parts.push(all.toString('utf8', start, end));
      start = end + 1;
    }
    rest = all.subarray(start);
    return parts;
  };
}

/** Reads `:100644 100644 ID ID M`; null for anything else. The path comes after it. */
export function parseRawLine(line: string): ChangedPath | null {
  const [, modeBefore = '', modeAfter = '', before = '', after = ''] =
    /^\n?:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/.exec(line) ?? [];
  const [oidBefore, oidAfter] = [parseOid(before), parseOid(after)];
  if (oidBefore === null || oidAfter === null) return null;
  return {
    path: '',
    before: isNullOid(oidBefore) ? null : { mode: modeBefore, oid: oidBefore },
    after: isNullOid(oidAfter) ? null : { mode: modeAfter, oid: oidAfter },
  };
}

/** Reads the log: six fields a commit, then its raw line and path if it differs from its first parent. */
export function parseHistory(output: string): readonly HistoryStep[] {
  const parts = output.split('\0');
  const steps: HistoryStep[] = [];
  let index = 0;
  while (index < parts.length) {
    const commit = parseOid((parts[index] ?? '').trim());
    if (commit === null) {
      index += 1;
      continue;
    }
    const [parents = '', name = '', email = '', time = '', message = ''] = parts.slice(index + 1, index + 6);
    index += 6;
    let change: ChangedPath | null = null;
    while (index < parts.length && parseOid((parts[index] ?? '').trim()) === null) {
      change ??= parseRawLine(parts[index] ?? '');
      index += 1;
    }
    steps.push({
      commit,
      author: { name, email },
      time: Number(time),
      message: message.trimEnd(),
      parents: parents.split(' ').flatMap((parent) => parseOid(parent) ?? []),
      before: change?.before?.oid ?? null,
      after: change?.after?.oid ?? null,
    });
  }
  return steps;
}

import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that a process and all its descendants take: the proportional share, so that nothing is counted twice. */
export function memoryOfTree(pid: number): number {
  const parents = new Map(pids().map((each) => [each, parentOf(each)]));
  const belongs = (each: number | undefined): boolean =>
    each !== undefined && each > 1 && (each === pid || belongs(parents.get(each)));
  const kilobytes = [...parents.keys()].filter(belongs).map(proportionalShare);
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

const pids = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name stands in parentheses and may hold anything; the state and the parent come after it.
  const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? undefined : Number(parent);
}

const proportionalShare = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** A process may end while one looks at it. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

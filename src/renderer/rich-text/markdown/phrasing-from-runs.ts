import type { PhrasingContent } from 'mdast';
import { MARKS, type Run } from '../document/prose-block.ts';

type Wrapper = 'strong' | 'emphasis' | 'delete';

const WRAPPERS: readonly [number, Wrapper][] = [
  [MARKS.bold, 'strong'],
  [MARKS.italic, 'emphasis'],
  [MARKS.strike, 'delete'],
];

/** A run, or all runs of one link: a mark encloses a link or lies inside it, and never splits it. */
type Atom = { runs: Run[]; marks: number };

/** Nests flat runs into mdast, with the mark that spans most runs outermost. */
export function phrasingFromRuns(runs: readonly Run[]): PhrasingContent[] {
  return nest(atomsOf(runs), 0);
}

function atomsOf(runs: readonly Run[]): Atom[] {
  const atoms: Atom[] = [];
  for (const run of runs) {
    const last = atoms.at(-1);
    if (last && run.link !== null && last.runs[0]?.link === run.link) {
      last.runs.push(run);
      last.marks &= run.marks;
    } else {
      atoms.push({ runs: [run], marks: run.marks });
    }
  }
  return atoms;
}

function nest(atoms: readonly Atom[], done: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  while (at < atoms.length) {
    const [mark, type, length] = furthest(atoms, at, done);
    if (type === null) {
      nodes.push(...leaf(atoms[at], done));
      at += 1;
    } else {
      nodes.push({ type, children: nest(atoms.slice(at, at + length), done | mark) });
      at += length;
    }
  }
  return nodes;
}

function furthest(atoms: readonly Atom[], at: number, done: number): [number, Wrapper | null, number] {
  let best: [number, Wrapper | null, number] = [0, null, 0];
  for (const [mark, type] of WRAPPERS) {
    if ((done & mark) !== 0) continue;
    let length = 0;
    while (((atoms[at + length]?.marks ?? 0) & mark) !== 0) length += 1;
    if (length > best[2]) best = [mark, type, length];
  }
  return best;
}

function leaf(atom: Atom | undefined, done: number): PhrasingContent[] {
  const first = atom?.runs[0];
  if (atom === undefined || first === undefined) return [];
  if (first.link === null) return [textOf(first)];
  const inside = atom.runs.map((run) => ({ runs: [{ ...run, link: null }], marks: run.marks }));
  return [{ type: 'link', url: first.link.url, title: first.link.title, children: nest(inside, done) as never }];
}

function textOf(run: Run): PhrasingContent {
  const isCode = (run.marks & MARKS.code) !== 0;
  return isCode ? { type: 'inlineCode', value: run.text } : { type: 'text', value: run.text };
}

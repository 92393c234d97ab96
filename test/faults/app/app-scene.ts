import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { type OnceProcess, startOnce } from '../../e2e/support/once-process.ts';
import type { Workshop } from '../workshop.ts';

/** A word that stands in every COE of the scene. */
export const CANARY = 'Kanarienvogel';
const COES = 12;

/** A library that one app after another lives and dies on, and what was acknowledged in their lives. */
export type AppScene = {
  readonly library: string;
  readonly userData: string;
  readonly backups: string;
  readonly ids: readonly string[];
  readonly chance: () => number;
  readonly start: () => Promise<OnceProcess>;
  /** Marks that were acknowledged, by COE: each has to be in its file. */
  readonly acknowledged: ReadonlyMap<string, Set<string>>;
  /** What may open the library, the likeliest first; empty while it is not encrypted. */
  secrets: string[];
  /** COEs that an operation puts in the trash and takes out again: they are in one place or the other. */
  readonly movable: Set<string>;
  /** Whether something was begun and not acknowledged yet. */
  isUnderWay: boolean;
  /** Acknowledged in all. */
  count: number;
  /** What the operation remembers from one life to the next. */
  readonly memory: Map<string, string>;
  nextMark: () => string;
  acknowledge: (id: string, mark: string) => void;
};

/** Makes a library of a few COEs. */
export function makeAppScene(workshop: Workshop): AppScene {
  const home = workshop.folder();
  const at = (name: string): string => path.join(home, name);
  const [library, userData, person, backups] = [at('library'), at('user-data'), at('home'), at('backups')];
  for (const folder of [path.join(library, 'coes'), path.join(library, 'trash'), userData, person, backups]) {
    mkdirSync(folder, { recursive: true });
  }
  const ids = Array.from({ length: COES }, (_, index) => testId(index + 1));
  ids.forEach((id, index) => {
    const coe = someCoe({ title: `Life ${index + 1}`, summary: `${CANARY} ${index + 1}` }, index + 1);
    writeFileSync(path.join(library, 'coes', `${id}.json`), writeCoe(coe));
  });
  const acknowledged = new Map(ids.map((id) => [id, new Set<string>([CANARY])]));
  let marks = 0;
  const scene: AppScene = {
    library,
    userData,
    backups,
    ids,
    chance: workshop.chance,
    start: () => startOnce({ library, userData, home: person }),
    acknowledged,
    secrets: [],
    movable: new Set(),
    isUnderWay: false,
    count: 0,
    memory: new Map(),
    nextMark: () => `m${(marks += 1)}x`,
    acknowledge: (id, mark) => {
      acknowledged.get(id)?.add(mark);
      scene.count += 1;
    },
  };
  return scene;
}

/** Does something with the app, which has ended afterwards: one that goes on would keep this process from ending. */
export async function untilKilled<Value>(once: OnceProcess, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } finally {
    await once.kill();
  }
}

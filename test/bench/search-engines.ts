import path from 'node:path';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { ROWS_AT_ONCE } from '#ipc/coe-list.ts';

import { openFullTextPeer } from './full-text-peer.ts';
import { copyLibrary } from './libraries.ts';
import { inLibrary } from './library-process.ts';
import type { Row } from './report.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Searches without operators, which the peer has none of, by what makes them cheap or costly. */
const SEARCHES = {
  'words and beginnings of words': [
    ...'pager queue database rollback graduation certificate calendar train sleep customer'.split(' '),
    ...'que cal lumnor kelber passport dinner medicine dashboard handover rota invoice noth doctor'.split(' '),
    'nobody knew',
    'deploy config',
    'database timeout retry',
    'review feedback manager',
    'zzzzqqq',
  ],
  'one or two letters': ['a', 'e', 's', 'in', 're', 'de', 'co', 'ra', 'st'],
  'common words and phrases': [
    'the',
    '"of the"',
    '"the queue"',
    '"it was not"',
    'the alert was late',
    'missed the train',
  ],
  'with words left out': ['team -alert', 'the -pager', 'queue -the', 'train -a', 'database -"of the"'],
} as const;
const ROUNDS = 4;

/**
 * Measures a search with its marked rows in main and the library worker against SQLite's FTS5 with snippets, in turns,
 * query by query. The first round, which reads texts for the first time, is a row of its own.
 */
export async function measureSearchEngines(count: number): Promise<Row[]> {
  return inTemporaryFolder(async (home) => {
    const folder = path.join(home, 'library');
    copyLibrary(count, folder);
    const peer = openFullTextPeer(path.join(folder, 'coes'));
    const rows = await inLibrary(folder, home, async (library) => {
      const firstTimes: number[] = [];
      const firstFloor: number[] = [];
      const measured = new Map<string, { values: number[]; floor: number[] }>();
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [what, texts] of Object.entries(SEARCHES)) {
          const { values, floor } =
            round === 0 ? { values: firstTimes, floor: firstFloor } : (measured.get(what) ?? { values: [], floor: [] });
          if (round > 0) measured.set(what, { values, floor });
          for (const text of texts) {
            const begun = performance.now();
            peer.search(text);
            const between = performance.now();
            const request = {
              filter: emptyFilter(),
              text,
              order: 'best-match',
              offset: 0,
              limit: ROWS_AT_ONCE,
            } as const;
            await library.list(request);
            values.push(performance.now() - between);
            floor.push(between - begun);
          }
        }
      }
      const all = [...measured.values()];
      const whole: Row = {
        what: 'search with marked rows',
        unit: 'ms',
        values: all.flatMap(({ values }) => values),
        floor: all.flatMap(({ floor }) => floor),
        bar: { of: 'ratio95', below: 1.5 },
      };
      const parts = [...measured].map(([what, times]): Row => ({ what: `  ${what}`, unit: 'ms', ...times }));
      return [
        whole,
        ...parts,
        { what: 'search, each for the first time', unit: 'ms', values: firstTimes, floor: firstFloor } as const,
      ];
    });
    peer.close();
    return rows;
  });
}

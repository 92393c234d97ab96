import { rmSync } from 'node:fs';
import { cpus } from 'node:os';

import { copyApp } from './app-copy.ts';
import { measureFirstReading } from './first-reading.ts';
import { growthTable, type SizedRows } from './growth.ts';
import { addToHistory } from './history.ts';
import { measureImport } from './importing.ts';
import { measureKeys } from './keys.ts';
import { measureMeaning } from './meaning.ts';
import { measureSize } from './measure-size.ts';
import { measurePrinting } from './printing.ts';
import { type Row, tableOf, verdictsOf } from './report.ts';
import { measureSaves } from './save-costs.ts';
import { measureSearchEngines } from './search-engines.ts';
import { measureTeams } from './teams.ts';
import { measureThemes } from './themes.ts';
import { measureTimelines } from './timelines.ts';

/*
 * Measures the built app against as little as Electron can do, with libraries of 100, 1,000 and 10,000 COEs, timelines
 * of 300 and 1,000 rows against one of ten, the PDF of a long COE against that of an empty page, and the sentence
 * encoder: npm run bench. The import of 10,000 files takes minutes and runs only when asked for: npm run bench -- import,
 * or npm run bench -- import 1000; so does a team library: npm run bench -- team, or npm run bench -- team 1000. Other sizes: npm run bench -- 100 1000. One of the others alone: npm run bench -- timelines,
 * npm run bench -- printing, npm run bench -- meaning. Search against SQLite, and saves against a durable write, three times
 * each: npm run bench -- engines, or npm run bench -- engines 1000; with --keep the figures are added to the history in
 * docs/performance.json, and its picture is drawn again. Themes alone: npm run bench -- themes, or npm run bench -- themes
 * 1000. Keys alone: npm run bench -- keys, or npm run bench -- keys 1000. A first start with nothing kept, and what answers
 * while the library is read: npm run bench -- first, or npm run bench -- first 20000. After two sizes or more, it prints
 * how each measure grows. It judges nothing: it fails only when it could not measure.
 */
const given = process.argv.slice(2).filter((word) => word !== '--keep');
const isKept = process.argv.includes('--keep');
const isTimelines = given.length === 0 || given.includes('timelines');
const isPrinting = given.length === 0 || given.includes('printing');
const isMeaning = given.length === 0 || given.includes('meaning');
const isImport = given.includes('import');
const isTeam = given.includes('team');
const isEngines = given.includes('engines');
const isThemes = given.includes('themes');
const isKeys = given.includes('keys');
const isFirst = given.includes('first');
const words = ['timelines', 'printing', 'meaning', 'import', 'team', 'engines', 'themes', 'keys', 'first'];
const numbers = given.filter((word) => !words.includes(word)).map(Number);
const sizes = given.length === 0 ? [100, 1000, 10_000] : numbers;
if (!sizes.every((size) => Number.isInteger(size) && size > 0))
  throw new Error(
    'Usage: npm run bench -- [timelines] [printing] [meaning] [NUMBER …], or: npm run bench -- import|team|engines|themes|keys|first [NUMBER] [--keep]',
  );

const [cpu] = cpus();
console.log(`${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${process.platform}`);
const appFolder = copyApp();
try {
  const measured: SizedRows[] = [];
  for (const count of isImport || isTeam || isEngines || isThemes || isKeys || isFirst ? [] : sizes) {
    const rows = await measureSize(count, appFolder);
    measured.push({ count, rows });
    console.log(`\n${count.toLocaleString('en')} COEs\n${tableOf(rows)}`);
  }
  if (measured.length > 1) console.log(`\nGrowth\n${growthTable(measured)}`);
  if (isTimelines) console.log(`\nTimelines\n${tableOf(await measureTimelines([300, 1000], appFolder))}`);
  if (isPrinting) console.log(`\nPrinting\n${tableOf(await measurePrinting())}`);
  if (isImport) console.log(`\nImport\n${tableOf(await measureImport(sizes[0] ?? 10_000, appFolder))}`);
  if (isTeam) console.log(`\nTeam library\n${tableOf(await measureTeams(sizes[0] ?? 10_000, appFolder))}`);
  if (isThemes) console.log(`\nThemes\n${tableOf(await measureThemes(sizes[0] ?? 10_000, appFolder))}`);
  if (isKeys) console.log(`\nKeys\n${tableOf(await measureKeys(sizes[0] ?? 10_000, appFolder))}`);
  if (isFirst) console.log(`\nFirst reading\n${tableOf(await measureFirstReading(sizes[0] ?? 10_000, appFolder))}`);
  if (isEngines) await compareEngines(sizes[0] ?? 10_000);
  if (isMeaning) console.log(`\nMeaning\n${tableOf(await measureMeaning())}`);
} finally {
  rmSync(appFolder, { recursive: true, force: true });
}

async function compareEngines(size: number): Promise<void> {
  const runs: (readonly Row[])[] = [];
  for (let run = 1; run <= 3; run += 1) {
    const rows = [...(await measureSearchEngines(size)), ...(await measureSaves(size))];
    runs.push(rows);
    console.log(`\n${size.toLocaleString('en')} COEs, run ${run} of 3\n${tableOf(rows)}`);
  }
  console.log(`\n${verdictsOf(runs)}`);
  if (isKept) addToHistory(size, runs);
}

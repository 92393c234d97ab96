import { readFileSync } from 'node:fs';

import { measurePassages } from '../support/passage-figures.ts';
import { OWN_REPORTS, REAL_REPORTS, hasRealReports, reportsIn } from '../support/reports.ts';

/*
 * Prints where quoted passages of reports are placed after edits, a row for each edit: node test/figures/passages.ts.
 * It runs on the published reports where they lie beside the project, else on the invented ones.
 */

const SAMPLES = 250;
const reports = reportsIn(hasRealReports() ? REAL_REPORTS : OWN_REPORTS).map((file) => readFileSync(file, 'utf8'));
const part = (count: number): string => `${((100 * count) / SAMPLES).toFixed(1)} %`;
console.log(`${reports.length} reports, ${SAMPLES} passages in each row\n`);
console.log('| Edit | Right | Not placed | Wrong | Lost | Rightly offered |\n|---|---|---|---|---|---|');
for (const { edit, right, notPlaced, wrong, lost, offered } of measurePassages(reports, SAMPLES))
  console.log(`| ${edit} | ${[right, notPlaced, wrong].map(part).join(' | ')} | ${lost} | ${offered} |`);

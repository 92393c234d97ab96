import { statSync } from 'node:fs';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { pageToPrint } from '#main/export/draw-file.ts';
import { longOutage } from '#test/support/long-outage.ts';

import { printInto } from '../../scripts/export/print-pdfs.ts';
import type { Row } from './report.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const EACH = 8;
const EMPTY = { html: '<!doctype html><title>Empty</title>', style: '', title: 'Empty' };

/** Measures the PDF of a COE of twelve pages against that of an empty page: window, layout, printing and writing. */
export async function measurePrinting(): Promise<Row[]> {
  const long = await pageToPrint([longOutage()], { zone: 'Europe/Berlin', dates: PLAIN_DATE_STYLE, paper: 'letter' });
  return inTemporaryFolder(async (folder) => {
    // The first two start what the others find running.
    const pages = [EMPTY, long, ...Array.from({ length: EACH }, () => [EMPTY, long]).flat()];
    const files = await printInto(folder, pages);
    if (files === null) throw new Error('Nothing was printed.');
    const finished = files.map((file) => statSync(file).mtimeMs);
    const taken = finished.map((at, index) => at - (finished[index - 1] ?? at)).slice(2);
    const [floor, values] = [0, 1].map((half) => taken.filter((_, index) => index % 2 === half));
    return [{ what: 'PDF of twelve pages', unit: 'ms', values: values ?? [], floor: floor ?? [] }];
  });
}

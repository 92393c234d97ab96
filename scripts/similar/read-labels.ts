import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import type { Coe } from '../../src/domain/coe/coe.ts';
import { readCoe } from '../../src/domain/file/read-coe.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import { importFiles } from '../import/import-files.ts';
import type { LabelledSet } from './measure-ways.ts';

/**
 * Labels of reports: for each set, oldest first, the earlier reports that each one repeats, and those that it only
 * resembles. The name of a set begins with the folder of its reports, beside the file; a report is named by its file.
 * `conditions` are those that a reader would choose.
 */
const labelsSchema = z.object({
  sets: z.record(
    z.string(),
    z.array(
      z.object({
        report: z.string(),
        repeatOf: z.array(z.string()),
        related: z.array(z.string()),
        conditions: z.array(z.string()).default([]),
      }),
    ),
  ),
});

type Row = z.infer<typeof labelsSchema>['sets'][string][number];

/** Imports the reports that a file of labels names. Returns a sentence when the file or a report cannot be read. */
export async function readLabels(file: string): Promise<Result<LabelledSet[], string>> {
  const labels = parse(file);
  if (!labels.ok) return labels;
  const folders = new Set(Object.keys(labels.value).map(folderOf));
  const coes = new Map<string, Coe>();
  for (const folder of folders) {
    // oxlint-disable-next-line no-await-in-loop -- every import has a thread of its own
    const imported = await importFolder(path.join(path.dirname(file), folder));
    if (!imported.ok) return imported;
    for (const coe of imported.value) if (coe.source !== null) coes.set(`${folder}/${coe.source.path}`, coe);
  }
  const sets: LabelledSet[] = [];
  for (const [name, rows] of Object.entries(labels.value)) {
    const idOf = (report: string): string => coes.get(`${folderOf(name)}/${report}`)?.id ?? '';
    const missing = rows.find(({ report }) => idOf(report) === '');
    if (missing !== undefined) return fail(`The report “${missing.report}” of ${name} was not imported.`);
    const familyOf = familiesOf(rows);
    sets.push({
      name,
      coes: rows.flatMap(({ report, repeatOf, related, conditions }) => {
        const coe = coes.get(`${folderOf(name)}/${report}`);
        return coe === undefined
          ? []
          : [
              {
                coe: withConditions(coe, conditions),
                repeatOf: repeatOf.map(idOf),
                related: related.map(idOf),
                isHeldOut: isHeldOut(familyOf(report)),
                vectors: null,
              },
            ];
      }),
    });
  }
  return ok(sets);
}

const folderOf = (set: string): string => set.split('/')[0] ?? set;

/** One family in three is held out, by the SHA-256 of its name: nothing may be tuned on it. */
const isHeldOut = (family: string): boolean => createHash('sha256').update(family).digest().readUInt32BE(0) % 3 === 0;

function parse(file: string): Result<Record<string, Row[]>, string> {
  try {
    const parsed = labelsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success
      ? ok(parsed.data.sets)
      : fail(`${file} is not a file of labels: ${z.prettifyError(parsed.error)}`);
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function importFolder(from: string): Promise<Result<Coe[], string>> {
  const library = mkdtempSync(path.join(tmpdir(), 'once-labels-'));
  try {
    const imported = await importFiles({ from, library, dryRun: false, zone: 'UTC', dateOrder: 'day-first' });
    if (!imported.ok) return imported;
    const folder = path.join(library, 'coes');
    return ok(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => {
          const coe = readCoe(readFileSync(path.join(folder, name), 'utf8'));
          return coe.ok ? [coe.value] : [];
        }),
    );
  } finally {
    rmSync(library, { recursive: true, force: true });
  }
}

/** The family of each report: those that repeat one another, directly or not. Its name is that of its first report. */
function familiesOf(rows: readonly Row[]): (report: string) => string {
  const families = new Map(rows.map(({ report }) => [report, report]));
  for (const { report, repeatOf } of rows) {
    const joined = [report, ...repeatOf].map((each) => families.get(each) ?? each).toSorted();
    for (const [each, family] of families) if (joined.includes(family)) families.set(each, joined[0] ?? family);
  }
  return (report) => families.get(report) ?? report;
}

const withConditions = (coe: Coe, conditions: readonly string[]): Coe =>
  conditions.length === 0
    ? coe
    : {
        ...coe,
        sections: {
          ...coe.sections,
          cause: {
            ...coe.sections.cause,
            conditions: conditions.map((condition, place) => ({
              id: `label-${place}`,
              condition,
              note: '',
              control: null,
              knownBefore: null,
            })),
          },
        },
      };

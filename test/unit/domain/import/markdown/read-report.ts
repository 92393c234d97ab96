import { expect } from 'vitest';

import type { ImportedReport, ImportOptions } from '#domain/import/imported-report.ts';
import { readSource } from '#domain/import/read-source.ts';
import { wordsMissing } from '#domain/import/word-bag.ts';

/** Options of somebody who chose nothing, in UTC. */
export const PLAIN_OPTIONS: ImportOptions = {
  zone: null,
  zoneFallback: 'UTC',
  dateOrder: 'day-first',
  headings: new Map(),
  kind: null,
  splitReports: true,
};

/** Reads a file that holds reports, and checks that no word of it is lost. */
export function readReports(path: string, content: string, options: Partial<ImportOptions> = {}): ImportedReport[] {
  const reading = readSource({ path, content }, { ...PLAIN_OPTIONS, ...options });
  expect(reading.is).toBe('reports');
  const reports = reading.is === 'reports' ? [...reading.reports] : [];
  const found = reports.flatMap(({ coe, source }) => [...stringsIn(coe), ...stringsIn(source)]);
  expect(wordsMissing(content, found)).toEqual([]);
  return reports;
}

/** Reads a file with one report. */
export function readReport(path: string, content: string, options: Partial<ImportOptions> = {}): ImportedReport {
  const [report, ...others] = readReports(path, content, options);
  expect(others).toEqual([]);
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

/** The timeline as short lines: the time, its zone, "~" if it is approximate, and the start of the text. */
export const rowsOf = ({ coe }: ImportedReport): string[] =>
  coe.sections.timeline.entries.map(({ when, what }) =>
    [when.value || `?${when.words ?? ''}`, when.zone, when.approximate ? '~' : undefined, what.split('\n')[0]]
      .filter((part) => part !== undefined)
      .join(' '),
  );

/** All strings, figures and truth values in a value. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

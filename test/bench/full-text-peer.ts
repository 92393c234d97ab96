import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Coe } from '#domain/coe/coe.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import { searchableText } from '#domain/search/searchable-text.ts';
import { ROWS_AT_ONCE } from '#ipc/coe-list.ts';

const FIELDS = ['title', 'summary', 'tags', 'details', ...SECTION_IDS, 'unplaced'];

/** A full-text index by other people over the same texts. */
export type FullTextPeer = {
  /** Finds the best rows with a snippet each. Returns their number. */
  readonly search: (text: string) => number;
  readonly close: () => void;
};

/** Puts the texts of a library into SQLite's FTS5, a column for each field, in memory. */
export function openFullTextPeer(coes: string): FullTextPeer {
  const database = new DatabaseSync(':memory:');
  database.exec(`create virtual table texts using fts5(id unindexed, ${FIELDS.join(', ')})`);
  const insert = database.prepare(`insert into texts values (?${', ?'.repeat(FIELDS.length)})`);
  database.exec('begin');
  for (const name of readdirSync(coes)) {
    const coe = JSON.parse(readFileSync(path.join(coes, name), 'utf8')) as Coe;
    const texts = new Map<string, string>(searchableText(coe).map((field) => [field.where, field.passages.join('\n')]));
    insert.run(coe.id, ...FIELDS.map((field) => texts.get(field) ?? ''));
  }
  database.exec('commit');
  const find = database.prepare(
    `select id, highlight(texts, 1, '[', ']'), snippet(texts, -1, '[', ']', '…', 24)
     from texts where texts match ? order by rank limit ${ROWS_AT_ONCE}`,
  );
  return {
    search: (text) => {
      const expression = expressionOf(text);
      return expression === '' ? 0 : find.all(expression).length;
    },
    close: () => database.close(),
  };
}

/** The query in the language of FTS5: every word as the beginning of one, phrases as they are. */
function expressionOf(text: string): string {
  const { wanted, unwanted } = parseQuery(text).needles;
  const phrase = (needle: string): string => `"${needle.replaceAll('"', '""')}"*`;
  const all = wanted.map(phrase).join(' AND ');
  // FTS5 cannot search for what a text has not, and nothing else.
  return unwanted.length === 0 || all === '' ? all : `${all} NOT (${unwanted.map(phrase).join(' OR ')})`;
}

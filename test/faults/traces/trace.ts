import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readCoe } from '#domain/file/read-coe.ts';

type Deed = 'save' | 'create' | 'delete' | 'restore';

/** What a saving process told of one COE: what was acknowledged last, and what was under way when it ended. */
type Told = { acknowledged: { deed: Deed; words: string } | null; underWay: { deed: Deed; words: string } | null };

/** What was looked at and what was not there. */
export type Findings = { checked: number; lost: number; unreadable: number; missing: number; broken: string[] };

/** Follows what a saving process tells, and holds a folder to it. */
export class Trace {
  readonly #coes = new Map<string, Told>();
  acknowledged = 0;

  /** Takes what was told, in order. */
  take(told: readonly Record<string, unknown>[]): void {
    for (const { begin, done, id, words } of told) {
      const deed = begin ?? done;
      if (deed === undefined || typeof id !== 'string') continue;
      const coe = this.#coes.get(id) ?? { acknowledged: null, underWay: null };
      this.#coes.set(id, coe);
      const now = { deed: deed as Deed, words: String(words) };
      if (begin === undefined) this.acknowledged += 1;
      if (begin === undefined) Object.assign(coe, { acknowledged: now, underWay: null });
      else coe.underWay = now;
    }
  }

  /** Looks whether everything acknowledged is in the folder. What was under way may be there or not. */
  compare(folder: string): Findings {
    const findings: Findings = { checked: 0, lost: 0, unreadable: 0, missing: 0, broken: [] };
    const trash = path.join(folder, 'trash');
    const trashed = existsSync(trash) ? readdirSync(trash) : [];
    for (const [id, { acknowledged, underWay }] of this.#coes) {
      if (acknowledged === null) continue;
      findings.checked += 1;
      const inTrash = trashed.find((name) => name.endsWith(`-${id}.json`));
      const inPlace = path.join(folder, 'coes', `${id}.json`);
      const mayBeInTrash = acknowledged.deed === 'delete' || underWay?.deed === 'delete';
      const mayBeInPlace = acknowledged.deed !== 'delete' || underWay?.deed === 'restore';
      const file =
        mayBeInPlace && existsSync(inPlace)
          ? inPlace
          : mayBeInTrash && inTrash !== undefined
            ? path.join(trash, inTrash)
            : null;
      if (file === null) {
        findings.missing += 1;
        findings.broken.push(`the file of an acknowledged ${acknowledged.deed} is not there`);
        continue;
      }
      const words = wordsIn(file);
      if (words === null) {
        findings.unreadable += 1;
        findings.broken.push(`a file cannot be read after an acknowledged ${acknowledged.deed}`);
      } else if (words !== acknowledged.words && words !== underWay?.words) {
        findings.lost += 1;
        findings.broken.push(`acknowledged ${number(acknowledged.words)}, on disk ${number(words)}`);
      }
    }
    return findings;
  }

  /** After the process has ended: from now on what is on disk counts as what was acknowledged. */
  settle(folder: string): void {
    for (const [id, coe] of this.#coes) {
      if (coe.underWay === null || coe.acknowledged === null) continue;
      const { deed } = coe.underWay;
      const words = wordsIn(path.join(folder, 'coes', `${id}.json`));
      if (words !== null) Object.assign(coe, { acknowledged: { deed: 'save', words }, underWay: null });
      else if (deed === 'delete' || deed === 'restore') {
        Object.assign(coe, { acknowledged: { ...coe.underWay, deed: 'delete' }, underWay: null });
      } else this.#coes.delete(id); // its damage was counted
    }
  }
}

const number = (words: string): string => words.split(' ')[0] || 'nothing';

function wordsIn(file: string): string | null {
  if (!existsSync(file)) return null;
  const coe = readCoe(readFileSync(file, 'utf8'));
  return coe.ok ? coe.value.summary : null;
}

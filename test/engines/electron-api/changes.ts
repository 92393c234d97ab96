import { createHash } from 'node:crypto';
import path from 'node:path';

import { root } from '../../../scripts/system/paths.mjs';
import type { Definition } from './read-definitions.ts';

/** The kept comparison of the definitions of the oldest and the newest Electron that the app runs on. */
export const CHANGES_FILE = path.join(root, 'test/engines/electron-api/changes.json');

/** What is known of a used part of the API. */
export type Change = {
  /** A digest of its definition in the newest version. */
  readonly digest: string;
  /** The major version that last changed its declaration; null if it is that of the oldest version. */
  readonly declared: number | null;
  /** The major version that last changed its description; null likewise. */
  readonly described: number | null;
  /** Its declaration in the oldest version, if it differs; null if it was missing there. */
  readonly was?: string | null;
};

/** The versions that were compared, and each used part of the API. */
export type Changes = {
  readonly oldest: string;
  readonly newest: string;
  readonly apis: Readonly<Record<string, Change>>;
};

/** The digest of a definition. */
export const digestOf = ({ signature, description }: Definition): string =>
  createHash('sha256').update(`${signature}\n${description}`).digest('hex').slice(0, 16);

/** The definitions of one version by name. */
export type Version = { readonly version: string; readonly definitions: ReadonlyMap<string, Definition> };

/** What changed in the definitions of some names. `versions` are in order and more than one. */
export function changesOf(names: readonly string[], versions: readonly Version[]): Changes {
  const [oldest, newest] = [versions[0], versions.at(-1)];
  if (oldest === undefined || newest === undefined) throw new Error('There are no versions');
  const lastChange = (name: string, part: keyof Definition): number | null => {
    const index = versions.findLastIndex(
      ({ definitions }, at) =>
        at > 0 && definitions.get(name)?.[part] !== versions[at - 1]?.definitions.get(name)?.[part],
    );
    return index === -1 ? null : Number.parseInt(versions[index]?.version ?? '', 10);
  };
  const apis = names.flatMap((name): [string, Change][] => {
    const now = newest.definitions.get(name);
    if (now === undefined) return [];
    const was = oldest.definitions.get(name)?.signature ?? null;
    const change = {
      digest: digestOf(now),
      declared: lastChange(name, 'signature'),
      described: lastChange(name, 'description'),
    };
    return [[name, was === now.signature ? change : { ...change, was }]];
  });
  return { oldest: oldest.version, newest: newest.version, apis: Object.fromEntries(apis) };
}

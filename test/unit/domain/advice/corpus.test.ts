import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { findWording } from '#domain/advice/wording/find-wording.ts';

/** Reports that real teams published. They are read from where they lie and never copied into the project. */
const CORPUS = path.resolve('../shared/corpus');

const reports = (): string[] =>
  readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(README|LICENSE)/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

/** What is remarked upon, each looked at in its report: a person is the subject of it. */
const INSPECTED = ['PM2020-009 - KIAM service disruption due to upgrade.md: blame-wording: we failed to verify'];

test.skipIf(!existsSync(CORPUS))(
  'of all real reports, the wording of at most eight places is remarked upon, each of them inspected',
  () => {
    const found = reports().flatMap((file) =>
      findWording(readFileSync(file, 'utf8'), { isPersonal: false, names: [] }).map(
        ({ rule, words }) => `${path.basename(file)}: ${rule}: ${words}`,
      ),
    );
    expect(found).toEqual(INSPECTED);
    expect(found.length).toBeLessThanOrEqual(8);
  },
);

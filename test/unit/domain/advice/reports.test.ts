import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { findWording } from '#domain/advice/wording/find-wording.ts';
import { hasRealReports, OWN_REPORTS, REAL_REPORTS, reportsIn } from '#test/support/reports.ts';

/** What is remarked upon, each looked at in its report: a person is the subject of it. */
const INSPECTED = {
  own: [],
  real: [
    'PM2020-009 - KIAM service disruption due to upgrade.md: blame-wording: we failed to verify',
    'PM2025-002 - Traefik rule preventing some inbound traffic.md: weak-action: We should be more careful',
    '3ca9020c-e384-4964-98b6-68268d9e42ec.md: blame-wording: failed to transmit',
  ],
};

const remarks = (folder: string): string[] =>
  reportsIn(folder).flatMap((file) =>
    findWording(readFileSync(file, 'utf8'), { isPersonal: false, names: [] }).map(
      ({ rule, words }) => `${path.basename(file)}: ${rule}: ${words}`,
    ),
  );

test('reports of teams get no remark on their wording but those that were inspected', () => {
  expect(remarks(OWN_REPORTS)).toEqual(INSPECTED.own);
  expect(remarks(REAL_REPORTS)).toEqual(hasRealReports() ? INSPECTED.real : []);
});

test('an accusation in a report gets a remark', () => {
  const [file = ''] = reportsIn(OWN_REPORTS);
  const text = `${readFileSync(file, 'utf8')}\n- The operator failed to read the manual.\n`;
  expect(findWording(text, { isPersonal: false, names: [] })).toMatchObject([{ rule: 'blame-wording' }]);
});

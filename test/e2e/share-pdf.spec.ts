import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { expect, test } from '@playwright/test';

import { fail, ok } from '#domain/result.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { generateSharingIdentity } from '#main/sharing/identity.ts';
import { drawCopy } from '#main/sharing/draw-copy.ts';
import { makeCopy } from '#main/sharing/make-copy.ts';
import { canaryCoe, canaryLabels, foundIn } from '#test/support/canary-coe.ts';

import { printPdfs } from '../../scripts/export/print-pdfs.ts';
import { needsCommands } from './support/only-if.ts';

const outputOf = (command: string, ...args: string[]): string => {
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} failed`);
  return stdout;
};

test('the PDF of a copy has what the labels let out and nothing else: in its text, its properties and its bytes', async () => {
  needsCommands('pdftotext', 'pdfinfo');
  const { coe: whole, canaries } = canaryCoe();
  const { isShown } = canaryLabels(canaries);
  const coe = {
    ...whole,
    audiences: { 'sections.mitigated': 'me', 'sections.whys': 'me', author: 'me', tags: 'published' } as const,
  };
  const made = await makeCopy(
    coe,
    { to: null, audience: 'coaching', times: 'day', names: [], asks: '', notForRatings: true, deleteAfter: null },
    {
      identity: generateSharingIdentity('Mia'),
      on: '2026-06-01',
      shares: [],
      patterns: [],
      readAttachment: async () => null,
      threadOf: async () => [],
    },
  );
  if (!made.ok) throw new Error(made.error);
  const options = { zone: 'UTC', dates: PLAIN_DATE_STYLE, paper: 'a4' } as const;
  const drawn = await drawCopy('pdf', made.value.body, options, async (page) => {
    const printed = await printPdfs([page]);
    const [pdf] = printed.ok ? printed.value : [];
    return pdf === undefined ? fail({ kind: 'print-failed' }) : ok(pdf);
  });
  if (!drawn.ok) throw new Error(drawn.error.kind);

  const folder = await mkdtemp(path.join(os.tmpdir(), 'once-test-'));
  try {
    const file = path.join(folder, 'copy.pdf');
    await writeFile(file, drawn.value);
    // Lines are broken within long words.
    const text = outputOf('pdftotext', '-raw', file, '-').replaceAll(/\s+/g, '');
    const parts = [
      drawn.value,
      Buffer.from(text),
      Buffer.from(outputOf('pdfinfo', '-meta', file) + outputOf('pdfinfo', file)),
    ];
    for (const [name, words] of canaries) {
      if (!isShown(coe, name)) for (const part of parts) expect(foundIn(part, words), name).toEqual([]);
    }
    for (const name of ['title', 'summary', 'sections.cause.prose'])
      expect(text).toContain((canaries.get(name) ?? '').replaceAll(/\s+/g, ''));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { pictureSize } from '#domain/attachments/picture-size.ts';
import { timelineEntrySchema } from '#domain/coe/sections/timeline.ts';
import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { readOnceMarkdown } from '#domain/import/once-markdown/read-once-markdown.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { type DrawnFormat, drawFile } from '#main/export/draw-file.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const NAME = `${'a'.repeat(64)}.png`;

const { sections } = someCoe();
const prose = `![A graph & more](attachments/${NAME})\n\n![Gone](attachments/${'b'.repeat(64)}.png) [log.txt](attachments/${'c'.repeat(64)}.txt)`;
const coe = someCoe({ sections: { ...sections, context: { ...sections.context, prose } } });

/** The same picture, but only in a row of the timeline, beside a file. */
const ofRow = someCoe({
  sections: {
    ...sections,
    timeline: {
      ...sections.timeline,
      entries: [
        {
          ...timelineEntrySchema.parse({ id: testId(7) }),
          what: `It peaked ![A graph](attachments/${NAME})`,
          evidence: `[log.txt](attachments/${'c'.repeat(64)}.txt)`,
        },
      ],
    },
  },
});

async function draw(format: DrawnFormat, drawnCoe = coe): Promise<Uint8Array> {
  const drawn = await drawFile(
    format,
    [drawnCoe],
    {
      zone: 'UTC',
      dates: PLAIN_DATE_STYLE,
      paper: 'a4',
      readAttachment: async (name) => (name === NAME ? PIXEL : null),
    },
    () => Promise.reject(new Error('This format is not printed.')),
  );
  if (!drawn.ok) throw new Error(drawn.error.kind);
  return drawn.value;
}

test('pictures are inside an HTML file with their descriptions, and missing ones are named', async () => {
  const html = Buffer.from(await draw('html')).toString();
  expect(html).toContain(`<img src="data:image/png;base64,${PIXEL.toString('base64')}" alt="A graph &amp; more">`);
  expect(html).toContain('Gone (the picture is missing)');
  expect(html).toContain('log.txt (attached file)');
  expect(html).not.toContain('attachments/');
});

test('pictures are inside a DOCX file with their descriptions', async (context) => {
  skipWithout('unzip', context);
  const file = path.join(temporaryFolder(), 'coe.docx');
  await writeFile(file, await draw('docx'));
  const list = spawnSync('unzip', ['-l', file], { encoding: 'utf8' }).stdout;
  expect(list).toMatch(/word\/media\/\S+\.png/);
  expect(spawnSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8' }).stdout).toContain(
    'descr="A graph &amp; more"',
  );
});

test('a picture in a row is inside HTML, DOCX and Markdown too', async (context) => {
  const html = Buffer.from(await draw('html', ofRow)).toString();
  expect(html).toContain(`It peaked <img src="data:image/png;base64,${PIXEL.toString('base64')}" alt="A graph">`);
  expect(html).toContain('log.txt (attached file)');
  expect(html).not.toContain('attachments/');

  const markdown = writeMarkdown(ofRow);
  expect(markdown).toContain(`It peaked ![A graph](attachments/${NAME})`);
  expect(markdown).toContain(`[log.txt](attachments/${'c'.repeat(64)}.txt)`);
  const back = readOnceMarkdown(markdown, { id: ofRow.id, now: ofRow.updatedAt });
  expect(back).toMatchObject({ ok: true, value: { coe: { sections: { timeline: ofRow.sections.timeline } } } });

  skipWithout('unzip', context);
  const file = path.join(temporaryFolder(), 'coe.docx');
  await writeFile(file, await draw('docx', ofRow));
  expect(spawnSync('unzip', ['-l', file], { encoding: 'utf8' }).stdout).toMatch(/word\/media\/\S+\.png/);
});

test('the size of a picture is read from its first bytes', () => {
  expect(pictureSize(PIXEL)).toEqual({ width: 1, height: 1 });
  expect(pictureSize(Buffer.from('GIF89a\u0005\u0000\u0007\u0000', 'latin1'))).toEqual({ width: 5, height: 7 });
  const jpeg = Buffer.from('ffd8ffe0000400000ffc', 'hex').subarray(0, 8);
  const frame = Buffer.from('ffc0000b080010002001011100', 'hex');
  expect(pictureSize(Buffer.concat([jpeg, frame]))).toEqual({ width: 32, height: 16 });
  expect(pictureSize(jpeg)).toBeNull();
  expect(pictureSize(PIXEL.subarray(0, 12))).toBeNull();
});

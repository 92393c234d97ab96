import { expect, test } from 'vitest';

import { fail } from '#domain/result.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { drawFile } from '#main/export/draw-file.ts';
import { someCoe } from '#test/support/some-coe.ts';

const options = { zone: 'Europe/Berlin', dates: PLAIN_DATE_STYLE };

test('several COEs are one HTML file with a table of contents', async () => {
  const coes = [someCoe({ title: 'First & <best>' }, 1), someCoe({ title: 'Second' }, 2)];
  const drawn = await drawFile('html', coes, { ...options, paper: 'a4' }, async () => fail({ kind: 'print-failed' }));
  const html = drawn.ok ? Buffer.from(drawn.value).toString() : '';
  expect(html).toContain('<title>2 COEs</title>');
  expect(html).toContain('<a href="#coe-1">First &amp; &lt;best&gt;</a>');
  expect(html).toContain('<article id="coe-2">');
});

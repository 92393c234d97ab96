// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { canonical } from '#renderer/rich-text/markdown/canonical.ts';
import { composeSource } from '#renderer/rich-text/markdown/compose-source.ts';
import { readSource } from '#renderer/rich-text/markdown/source-record.ts';
import { blocksFromHtml } from '#renderer/rich-text/paste/blocks-from-html.ts';
import { blocksFromText, literalBlocks } from '#renderer/rich-text/paste/blocks-from-text.ts';

function pasted(html: string): string {
  const entries = blocksFromHtml(html).map((block) => ({ blocks: [block], origin: null }));
  return composeSource(entries, readSource('').record);
}

test('a bold wrapper does not make a Google Docs document bold', () => {
  const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400;color:#000">Rollout</span></h2><p dir="ltr"><span style="font-weight:400">plain </span><span style="font-weight:700">bold</span><span style="font-style:italic"> slanted</span></p><br><ul style="margin:0"><li dir="ltr" aria-level="1" style="list-style-type:disc"><p role="presentation"><span>outer</span></p></li><ul><li aria-level="2"><p><span>inner</span></p></li></ul></ul><ul><li role="checkbox" aria-checked="true"><p><span>done</span></p></li></ul><div><table><colgroup><col width="1"></colgroup><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p><p>d</p></td><td><p>e</p></td></tr></tbody></table></div></b>`;
  expect(pasted(html)).toBe(
    '## Rollout\n\nplain **bold** *slanted*\n\n- outer\n  - inner\n\n* [x] done\n\n| a | b |\n| - | - |\n| c<br>d | e |',
  );
});

test('Word list paragraphs become lists', () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span lang=EN-GB>${text}<o:p></o:p></span></p>`;
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color:red}</style></head><body lang=EN><!--StartFragment--><p class=MsoTitle>Report</p>${item(1, '3.', 'Three')}${item(2, '·', 'inner')}${item(1, '4.', 'Four')}<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Bold</b><o:p>&nbsp;</o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;
  expect(pasted(html)).toBe('# Report\n\n3. Three\n   - inner\n4. Four\n\n**Bold**');
});

test('LibreOffice fonts and margins are dropped', () => {
  const html = `<p style="margin-bottom: 0in; line-height: 100%"><font face="Liberation Serif"><font size="3" style="font-size: 12pt">One <s>two</s><br/>\nthree</font></font></p><ol start="2"><li><p style="margin-bottom: 0in">item</p></li></ol><pre class="western">a\n  b</pre>`;
  expect(pasted(html)).toBe('One ~~two~~\nthree\n\n2. item\n\n```\na\n  b\n```');
});

test('Slack nesting, given as an indent, is kept', () => {
  const html = `<div class="c-message__message_blocks">Look:<br><ul data-stringify-type="unordered-list" data-indent="0"><li data-stringify-indent="0">a</li></ul><ul data-stringify-type="unordered-list" data-indent="1"><li>b</li></ul><ul data-indent="0"><li><code class="c-mrkdwn__code">c</code></li></ul><blockquote type="cite">said</blockquote></div>`;
  expect(pasted(html)).toBe('Look:\n\n- a\n  - b\n- `c`\n\n> said');
});

test('scripts, images, styles and dangerous links of a web page are dropped', () => {
  const html = `<style>p{color:red}</style><script>alert(1)</script><nav><a href="/home">Home</a></nav><article><h1 class="x" onclick="alert(1)">Head</h1><p style="color:red">See <a href="https://example.org/a" onclick="alert(1)">this</a>, <a href="javascript:alert(1)">not that</a> and <a href="data:text/html,x">nor that</a>. <img src="x" alt="A chart" onerror="alert(1)"></p><hr><table><tr><td>layout</td></tr></table><ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> open</li></ul></article>`;
  expect(pasted(html)).toBe(
    'Home\n\n# Head\n\nSee [this](https://example.org/a), not that and nor that. A chart\n\n---\n\nlayout\n\n- [x] done\n- [ ] open',
  );
});

test('whitespace collapses as in a browser', () => {
  expect(pasted('<p>a \n <b> b</b>&nbsp;</p>\n<p> </p><div>c<span> d</span></div>')).toBe('a **b**\n\nc d');
});

test('text is parsed as Markdown only when it clearly is Markdown', () => {
  expect(blocksFromText('- a\n- b')[0]?.type).toBe('list');
  expect(blocksFromText('```\nx\n```')[0]?.type).toBe('code');
  expect(blocksFromText('# Title\n\ntext')[0]?.type).toBe('heading');
  expect(blocksFromText('2 * 3 * 4, snake_case_name')).toEqual(literalBlocks('2 * 3 * 4, snake_case_name'));
  expect(blocksFromText('- one dash')).toEqual(literalBlocks('- one dash'));
});

test('plain paste keeps lines and paragraphs without parsing them', () => {
  expect(canonical(literalBlocks('# a\r\n- b\n\n**c**'), '\n')).toBe('\\# a\n\\- b\n\n\\*\\*c\\*\\*');
});

test('cells of a table stay in their columns beside a cell that spans rows or columns', () => {
  const html =
    '<table><tr><th>Day</th><th>Time</th><th>What</th></tr><tr><td rowspan="2">14 May</td><td>10:00</td><td>Slow</td></tr><tr><td>10:05</td><td>Down</td></tr><tr><td colspan="2">Later</td><td>Up</td></tr></table>';
  expect(pasted(html)).toBe(
    '| Day | Time | What |\n| - | - | - |\n| 14 May | 10:00 | Slow |\n| | 10:05 | Down |\n| Later | | Up |',
  );
});

test('a table cell with an absurd span does not make an endless table', () => {
  const html = '<table><tr><td colspan="999999999" rowspan="999999999">a</td></tr><tr><td>b</td></tr></table>';
  expect(pasted(html).split('\n').length).toBeLessThan(10);
});

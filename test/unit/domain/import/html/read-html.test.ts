import { describe, expect, it } from 'vitest';

import { unwrappedAddress } from '#domain/import/html/links.ts';
import { htmlText, readHtml } from '#domain/import/html/read-html.ts';
import { parseDialect } from '#domain/text/markdown-dialect.ts';
import { NO_CHOICES } from '#test/support/archives.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';

const markdown = (html: string): string => htmlText(html).markdown;
const read = (content: string, path = 'reports/outage.html') => {
  const reading = readHtml({ path, content }, NO_CHOICES);
  if (reading?.is !== 'reports' || reading.reports[0] === undefined) throw new Error(JSON.stringify(reading));
  return reading.reports[0];
};

describe('a page as Markdown', () => {
  it.each([
    ['blocks', '<div>One</div><div>Two<div>Three</div></div><p>Four<br>five', 'One\n\nTwo\n\nThree\n\nFour\nfive'],
    ['lists', '<ol start=3><li>a<ul><li>b</ul><li>c</ol>', '3. a\n   - b\n4. c'],
    ['marks', '<p><b>a</b> <i>b</i> <s>c</s> <code>d</code> <u>e</u>', '**a** *b* ~~c~~ `d` e'],
    ['text that looks like Markdown', '<p>1. *no* list [x](y)', '1\\. \\*no\\* list \\[x]\\(y)'],
    ['code', '<pre><code>a\n  b &lt;c&gt;</code></pre>', '```\na\n  b <c>\n```'],
    [
      'tables',
      '<table><caption>T</caption><tr><th>A<th>B<tr><td><p>1</p><p>2|3</p><td><ul><li>x<li>y</ul></table>',
      'T\n\n| A | B |\n| - | - |\n| 1<br>2\\|3 | x<br>y |',
    ],
    ['details', '<details><summary>More</summary>inside</details>', 'More\n\ninside'],
    ['a list of terms', '<dl><dt>Owner<dd>Kim</dl>', 'Owner\n\nKim'],
    [
      'what Google Docs copies',
      '<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span></p></b>',
      'a **b**',
    ],
    [
      'what Google Docs exports',
      '<style>.c1{font-weight:700}.c2{font-style:italic}</style><p><span class="c1">a</span><span> b </span><span class="c2">c</span>',
      '**a** b *c*',
    ],
    [
      'checkboxes of Notion',
      '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> done</li></ul>',
      '- [x] done',
    ],
    [
      'properties of Notion',
      '<table class="properties"><tbody><tr><th>Owner</th><td>Kim</td></tr></tbody></table>',
      '**Owner:** Kim',
    ],
    [
      'tasks of Confluence',
      '<ul class="inline-task-list"><li class="checked" data-inline-task-id="1">done</li><li data-inline-task-id="2">open</li></ul>',
      '- [x] done\n- [ ] open',
    ],
    [
      'menus of Confluence',
      '<div id="breadcrumb-section">Home</div><p>Text</p><div id="footer"><div class="footer-body">by Confluence</div></div>',
      'Text',
    ],
  ])('keeps %s', (_, html, expected) => expect(markdown(html)).toBe(expected));

  it('has the title of the page when no heading is above the others', () => {
    expect(markdown('<title>Outage</title><h1>Impact</h1>a<h1>Cause</h1>b')).toBe(
      '# Outage\n\n## Impact\n\na\n\n## Cause\n\nb',
    );
    expect(markdown('<title>Site</title><h1>Outage</h1><h2>Cause</h2>b')).toBe('# Outage\n\n## Cause\n\nb');
    expect(markdown('<p class="title">Outage</p><h1>Cause</h1>b')).toBe('# Outage\n\n## Cause\n\nb');
  });

  it('keeps pictures beside the page, and says which were not fetched', () => {
    const { markdown: text, doubts } = htmlText(
      '<p><img src="a/b%20c.png" alt=Graph><img src="https://x.example/p.png" alt=far><img src="data:image/png;base64,AA">',
    );
    expect(text).toBe('![Graph](a/b%20c.png)far');
    expect(doubts).toEqual([
      'Left out: 1 remote picture, 1 picture inside the page.',
      'The picture at https://x.example/p.png was not fetched.',
    ]);
  });

  it('says what was left out', () => {
    const html =
      '<link rel=stylesheet href=x><style>a{}</style><body onload=x><script>self.ran=1</script><p onclick=x>Text<iframe src=x></iframe>';
    expect(htmlText(html)).toEqual({
      markdown: 'Text',
      doubts: [
        expect.stringMatching(/^Left out: (?=.*2 style sheets)(?=.*1 script)(?=.*2 event handlers)(?=.*1 frame)/),
      ],
    });
  });

  it.each([
    ['https://www.google.com/url?q=https://a.example/x%3Fy%3D1&sa=D', 'https://a.example/x?y=1'],
    ['https://www.google.com/url?sa=D&q=javascript:self.ran%3D1', null],
    ['java\nscript:self.ran=1', null],
    ['\u0001javascript:self.ran=1', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['//a.example/x', null],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['notes/b c.html', 'notes/b%20c.html'],
  ])('reads the address %j as %j', (address, expected) => expect(unwrappedAddress(address)).toBe(expected));

  it('has no way for a hostile text to run or to go anywhere', () => {
    const beacon = 'http://127.0.0.1:1/';
    for (const { text } of hostileTexts(beacon)) {
      const addresses = [...JSON.stringify(parseDialect(markdown(`<p>a</p>${text}`))).matchAll(/"url":"([^"]*)"/g)];
      for (const [, address = ''] of addresses)
        expect(address).not.toMatch(/^\s*(?:javascript|data|vbscript|file|blob):/i);
    }
  });

  it.each(['<div>', '<ul><li>', '<blockquote>', '<b><i>', '<table><tr><td>', '<span style="font-weight:bold">'])(
    'keeps the words in many nested %s',
    (tags) => {
      expect(markdown(`${tags.repeat(400)}deep`)).toContain('deep');
    },
  );

  it('is refused when it is nested so deeply that no parser can read it', () => {
    expect(readHtml({ path: 'a.html', content: '<div>'.repeat(100_000) }, NO_CHOICES)).toEqual({
      is: 'refused',
      reason: 'The page is nested too deeply to be read.',
    });
  });
});

describe('a report in HTML', () => {
  it('is placed in the sections like one in Markdown', () => {
    const { coe, source, attachments } = read(
      '<html><body><h1>Checkout was down</h1><h2>Impact</h2><p>No orders.</p><h2>Root cause</h2><p>A full disk. <img src="disk.png"></p><h2>Action items</h2><table><tr><th>Action</th><th>Owner</th></tr><tr><td>Add space</td><td>Kim</td></tr></table><h2>Weather</h2><p>Rain.</p></body></html>',
    );
    expect(coe.title).toBe('Checkout was down');
    expect(coe.sections.customerImpact.prose).toBe('No orders.');
    expect(coe.sections.cause.prose).toContain('A full disk.');
    expect(coe.sections.actions.items[0]).toMatchObject({ text: 'Add space', owner: 'Kim' });
    expect(coe.unplaced).toContain('Rain.');
    expect(source).toMatchObject({ path: 'reports/outage.html', format: 'html', analysed: true });
    expect(attachments.map(({ path }) => path)).toEqual(['disk.png']);
  });

  it('is known by its name or its first words', () => {
    expect(readHtml({ path: 'a.md', content: '# Text' }, NO_CHOICES)).toBeNull();
    expect(readHtml({ path: 'a.txt', content: '<!doctype html><h1>A</h1><h2>Impact</h2>b' }, NO_CHOICES)?.is).toBe(
      'reports',
    );
    expect(readHtml({ path: 'a.html', content: ' ' }, NO_CHOICES)?.is).toBe('skipped');
  });
});

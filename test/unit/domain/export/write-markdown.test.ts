import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { markdownForClipboard, writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { SECTION_HEADINGS } from '#domain/guide/sections.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { readOnceMarkdown } from '#domain/import/once-markdown/read-once-markdown.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { someCoe } from '#test/support/some-coe.ts';

const base = someCoe();
const withSections = (sections: Record<string, object>) =>
  coeSchema.parse({ ...base, sections: { ...base.sections, ...sections } });

/** All nodes of a Markdown text, as a program without front matter, with tables and with HTML reads it. */
function nodesOf(markdown: string): Nodes[] {
  const nodes: Nodes[] = [
    fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
  ];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes;
}

describe('a COE as Markdown', () => {
  it('has the ten headings in order, with the timeline and the actions as tables', () => {
    const [example = base] = ALL_EXAMPLES;
    const text = writeMarkdown(example);
    expect(text.match(/^## .*$/gmu)).toEqual(Object.values(SECTION_HEADINGS).map((heading) => `## ${heading}`));
    expect(text).toContain('| When | What | Milestone | Evidence |');
    expect(text).toContain('| Action | Owner | Due | Done when | Check | Status |');
    expect(text).toContain('\n  - I believed it was the week after — *Evidence:*');
  });

  it('has no front matter on the clipboard', () => {
    expect(markdownForClipboard(base)).toBe('# Mistake 1\n');
  });

  it('leaves out sections that say nothing', () => {
    expect(writeMarkdown(base)).not.toContain('## ');
  });

  it('lowers headings in prose below its own, and closes a code block', () => {
    const coe = withSections({ context: { prose: '# Top\n\nUnder\n---\n\n```\n# code' }, impact: { prose: 'After.' } });
    const depths = nodesOf(writeMarkdown(coe)).flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
    // The first is the front matter, which its closing dashes underline in a program that knows none.
    expect(depths).toEqual([2, 1, 2, 4, 5, 2]);
  });

  it.each(['\\<script>self.ran=1\\</script>', '\\\\<script>self.ran=1</script>', '\\\\\\<img src=x>'])(
    'holds no HTML where the prose has it escaped: %s',
    (prose) => {
      const coe = withSections({ cause: { prose } });
      const text = writeMarkdown(coe);
      expect(nodesOf(text).filter((node) => node.type === 'html')).toEqual([]);
      expect(readOnceMarkdown(text, { id: coe.id, now: coe.createdAt })).toMatchObject({
        ok: true,
        value: { coe: { sections: { cause: { prose } } } },
      });
    },
  );

  it.each(hostileTexts('https://example.com/beacon').map(({ does, text }) => [does, text] as const))(
    'holds no HTML, no picture and no link but to the web and mail: %s %#',
    (_does, text) => {
      const nodes = nodesOf(writeMarkdown(coeFullOf([text], 1)));
      const isLineBreak = (value: string) => /^<br ?\/?>$/u.test(value);
      expect(nodes.filter((node) => node.type === 'html' && !isLineBreak(node.value))).toEqual([]);
      expect(nodes.filter((node) => node.type === 'definition' || node.type === 'imageReference')).toEqual([]);
      for (const node of nodes) {
        if (node.type === 'link' || node.type === 'image') expect(node.url).toMatch(/^(?:https?|mailto):/iu);
      }
    },
  );
});

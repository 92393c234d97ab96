import fc from 'fast-check';
import { expect, test } from 'vitest';

import { maskCode } from '#domain/text/mask-code.ts';

const LINK = '![a](a.png)';

test.each([
  ['a span', `Type \`${LINK}\` there`],
  ['a span of two', `Type \`\`${LINK} \` \`\` there`],
  ['a block', `Before\n\n\`\`\`md\n${LINK}\n\`\`\`\n\nAfter`],
  ['a block of tildes', `~~~\n${LINK}\n\`\`\`\n${LINK}\n~~~\nAfter`],
  ['a block in a list', `- \`\`\`\n  ${LINK}\n  \`\`\``],
  ['a block in a quotation', `> \`\`\`\n> ${LINK}\n> \`\`\``],
  ['a block without an end', `\`\`\`\n${LINK}`],
])('what is in %s is hidden and comes back', (_name, markdown) => {
  const { text, unmask } = maskCode(markdown);
  expect(text).not.toContain('a.png');
  expect(unmask(text)).toBe(markdown);
});

test.each([
  ['a single backtick', `It cost 5\` and ${LINK}`],
  ['backticks of two paragraphs', `One \` here\n\n${LINK} and one \` there`],
  ['text after a block', `\`\`\`\ncode\n\`\`\`\n${LINK}`],
  ['a strikethrough', `~~old~~ ${LINK}`],
])('%s hides nothing', (_name, markdown) => {
  expect(maskCode(markdown).text).toContain(LINK);
});

test('any text comes back', () => {
  const words = fc.constantFrom(
    '`',
    '``',
    '```',
    '~~~',
    '\n',
    '\n\n',
    ' ',
    '> ',
    '- ',
    'x',
    LINK,
    '\uE000',
    '\uE0000\uE001',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const { text, unmask } = maskCode(parts.join(''));
      expect(unmask(text)).toBe(parts.join(''));
    }),
  );
});

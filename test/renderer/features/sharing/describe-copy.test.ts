import { expect, it } from 'vitest';

import { describeLeftOut, partsIn } from '#renderer/features/sharing/describe-copy.ts';
import { someCoe } from '#test/support/some-coe.ts';

const nothing = { sections: [], rows: 0, fields: 0, names: 0, attachments: 0 };

it('says what the filter took out of a copy, each part with its number', () => {
  expect(describeLeftOut({ sections: ['context', 'cause'], rows: 1, fields: 2, names: 3, attachments: 2 })).toBe(
    '3 names replaced or left out. Not in it: the sections Context and Root cause; 1 row; 2 fields; 2 pictures and files.',
  );
  expect(describeLeftOut({ ...nothing, sections: ['whys'] })).toMatch(/^Not in it: the section /);
});

it('says that nothing was taken out', () => {
  expect(describeLeftOut(nothing)).toBe('Nothing else was left out.');
});

it('counts the files of a copy among its parts', () => {
  expect(partsIn(someCoe(), ['a.png']).at(-1)).toBe('1 picture or file');
});

import { expect, it } from 'vitest';

import { withoutOperators } from '#renderer/features/library/without-operators.ts';

it.each([
  ['certificate kind:outage', 'certificate', ['kind:outage']],
  ['kind:"missed event" play -tag:work', 'play', ['kind:"missed event"', '-tag:work']],
  ['KIND:outage after:2025', '', ['KIND:outage', 'after:2025']],
  ['see https://example.org about mankind:all', 'see https://example.org about mankind:all', []],
  ['plain words', 'plain words', []],
])('takes the operators out of %j', (text, rest, operators) =>
  expect(withoutOperators(text)).toEqual({ rest, operators }),
);

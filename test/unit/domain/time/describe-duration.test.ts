import { expect, it } from 'vitest';

import { describeDuration } from '#domain/time/describe-duration.ts';

it.each([
  [0, 'under a minute'],
  [1, '1 minute'],
  [4, '4 minutes'],
  [60, '1 hour'],
  [87, '1 h 27 min'],
  [1440, '1 day'],
  [3 * 1440, '3 days'],
  [61 * 1440, '2 months'],
  [8 * 365.25 * 1440, '8 years'],
  [-87, '1 h 27 min'],
])('says %d minutes as %s', (minutes, words) => expect(describeDuration(minutes)).toBe(words));

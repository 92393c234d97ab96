import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';

import { heldClock } from './held-clock.ts';
import { testId } from './test-ids.ts';

/** A small COE with what a test says about it. */
export const someCoe = (changes: Partial<Coe> = {}, number = 1): Coe =>
  coeSchema.parse({
    ...newCoe(
      { kind: 'outage', title: `Mistake ${number}`, happened: dayMoment('2026-05-14') },
      testId(number),
      heldClock().clock,
    ),
    ...changes,
  });

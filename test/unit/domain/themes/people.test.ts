import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { summarise } from '#domain/catalogue/coe-summary.ts';
import { finish } from '#domain/steps.ts';
import { packThemes } from '#domain/themes/packed-themes.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { anySummary } from './summaries.ts';

/** Actions as a summary has them, owned by these people. */
function actionsOf(owners: readonly string[]): CoeSummary['actions'] {
  const coe = someCoe();
  coe.sections.actions.items = owners.map((owner, place) =>
    actionSchema.parse({ id: `a${place}`, text: `Action ${place}`, owner, status: place % 2 === 0 ? 'done' : 'open' }),
  );
  return summarise(coe).actions;
}

const person = fc.constantFrom('', 'Xandra', 'Quentin', 'Ysolde');
/** COEs with an author and owners, of whom some have far more than others. */
const written = fc.array(
  fc
    .tuple(anySummary, person, fc.array(person, { maxLength: 4 }))
    .map(([summary, author, owners]): CoeSummary => ({ ...summary, author, actions: actionsOf(owners) })),
  { maxLength: 30 },
);
/** The same COEs as if nobody had been named. */
const withoutPeople = (summaries: readonly CoeSummary[]): CoeSummary[] =>
  summaries.map((summary) => ({
    ...summary,
    author: '',
    actions: summary.actions.map((action) => ({ ...action, owner: '' })),
  }));
const answerOf = (summaries: readonly CoeSummary[]) =>
  finish(packThemes(finish(themesOf(summaries, 'UTC', '2026-06-01'))));

describe('Themes and people', () => {
  it('are the same whoever wrote the COEs and owns the actions, so nobody is counted or ranked', () => {
    fc.assert(
      fc.property(written, (summaries) => {
        expect(answerOf(summaries)).toEqual(answerOf(withoutPeople(summaries)));
      }),
    );
  });
});

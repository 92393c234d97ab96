import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { extractFeatures } from '#domain/similar/features.ts';
import { mostSimilar } from '#domain/similar/most-similar.ts';
import { libraryCounts } from '#test/support/library-counts.ts';
import { someCoe } from '#test/support/some-coe.ts';

const STORIES = [
  'The queue filled up',
  'I forgot the recital',
  'Rent went astray',
  'A job ended',
  'The pager was mute',
];

const library = (notice: string, tag: string): Coe[] =>
  STORIES.map((story, index) =>
    coeSchema.parse({
      ...someCoe({ title: story, tags: [tag] }, index + 1),
      sections: { context: { prose: `${story} on a quiet day.\n\n*${notice}*` } },
    }),
  );

const reasonsIn = (coes: readonly Coe[]): string[] => {
  const [one, ...others] = coes.map(extractFeatures);
  if (one === undefined) return [];
  return mostSimilar(one, others, libraryCounts(coes), 5).flatMap(({ reasons }) => reasons.map(({ words }) => words));
};

describe('what most COEs of a library share', () => {
  it('is no reason for likeness when it is a sentence repeated word for word', () => {
    expect(reasonsIn(library('This COE is invented for demonstration.', 'example')).join()).not.toMatch(/invented/);
  });

  it('is no reason for likeness when it is a tag', () => {
    expect(reasonsIn(library('This COE is invented for demonstration.', 'example')).join()).not.toMatch(/tagged/);
  });

  it('still is one when only two COEs share it', () => {
    const coes = library('', '').map((coe, index) =>
      coeSchema.parse({
        ...coe,
        tags: index < 2 ? ['harbour'] : [],
        sections: { context: { prose: index < 2 ? 'The harbour crane was stuck.' : coe.sections.context.prose } },
      }),
    );
    expect(reasonsIn(coes).join()).toMatch(/harbour crane.*tagged: harbour/);
  });
});

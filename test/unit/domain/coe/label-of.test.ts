import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Audiences, LABEL_IDS, type LabelId } from '#domain/coe/audience.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { attachmentPart, labelOf, patternPart, rowPart } from '#domain/coe/label-of.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import { someCoe } from '#test/support/some-coe.ts';

const labelled = (audiences: Audiences, changes: object = {}, kind: KindId = 'outage'): Coe =>
  coeSchema.parse({ ...someCoe(), kind, visibility: 'private', audiences, ...changes });

describe('the label of a part', () => {
  it('is coaching in an outage, or published when the whole COE is meant to be published', () => {
    for (const part of ['title', 'sections.impact', 'sections.actions.items/a.owner']) {
      expect(labelOf(labelled({}), part)).toBe('coaching');
      expect(labelOf(labelled({}, { visibility: 'published' }), part)).toBe('published');
    }
  });

  it('is only me in every personal kind', () => {
    for (const kind of ['missed-event', 'career-setback', 'other-mistake'] as const) {
      expect(labelOf(labelled({}, { visibility: 'published' }, kind), 'title')).toBe('me');
      expect(labelOf(labelled({}, {}, kind), 'sections.context.prose')).toBe('me');
    }
    expect(labelOf(labelled({ 'sections.context': 'coaching' }, {}, 'missed-event'), 'sections.context.prose')).toBe(
      'coaching',
    );
  });

  it('is only me for feelings, states, values, tags and the coach until the writer chooses', () => {
    const parts = [
      'sections.impact.feelings',
      'sections.context.stateWords',
      'sections.learned.value',
      'tags',
      'coach',
    ];
    for (const part of parts) {
      expect(labelOf(labelled({}, { visibility: 'published' }), part)).toBe('me');
      expect(labelOf(labelled({ [part]: 'coaching' }), part)).toBe('coaching');
    }
    expect(labelOf(labelled({ 'sections.impact': 'published' }), 'sections.impact.feelings/a.word')).toBe('me');
  });

  it('is only me for attachments and patterns until they or their list get one', () => {
    const name = `${'a'.repeat(64)}.png`;
    expect(labelOf(labelled({}), attachmentPart(name))).toBe('me');
    expect(labelOf(labelled({ [attachmentPart(name)]: 'coaching' }), attachmentPart(name))).toBe('coaching');
    expect(labelOf(labelled({ attachments: 'coaching' }), attachmentPart(name))).toBe('coaching');
    expect(labelOf(labelled({ [patternPart('p')]: 'published', patternIds: 'me' }), patternPart('p'))).toBe('me');
  });

  it('holds for a row wherever it is in its section, and for everything in the row', () => {
    const coe = labelled({ [rowPart('sections.learned.wentWell', 'a')]: 'me' });
    expect(labelOf(coe, 'sections.learned.lucky/a.text')).toBe('me');
    expect(labelOf(coe, 'sections.learned.lucky/b.text')).toBe('coaching');
    expect(labelOf(coe, 'sections.actions.items/a.text')).toBe('coaching');
  });

  it('holds for all whys below a why, and for a why that moved', () => {
    const why = (id: string, ...whys: object[]): object => ({ id, text: id, whys });
    const sections = { whys: { happened: [why('a', why('b', why('c')))] } };
    expect(labelOf(labelled({ 'sections.whys.happened/a': 'me' }, { sections }), 'sections.whys.happened/c')).toBe(
      'me',
    );
    const nested = labelled({ 'sections.whys.happened/x.whys/b': 'me' }, { sections });
    expect(labelOf(nested, 'sections.whys.happened/b.text')).toBe('me');
    expect(labelOf(nested, 'sections.whys.happened/a')).toBe('coaching');
  });

  it('tells ids apart that contain the characters of a path', () => {
    const coe = labelled({ [rowPart('sections.actions.items', 'a.b/c')]: 'me' });
    expect(labelOf(coe, `${rowPart('sections.actions.items', 'a.b/c')}.text`)).toBe('me');
    expect(labelOf(coe, `${rowPart('sections.actions.items', 'c')}.text`)).toBe('coaching');
  });

  it('is never more open than that of what it is in', () => {
    const label = fc.constantFrom<LabelId>(...LABEL_IDS);
    const parts = ['sections', 'sections.actions', 'sections.actions.items', 'sections.actions.items/a'];
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(parts.map((part) => [part, label]))),
        fc.boolean(),
        (audiences, isOutage) => {
          const coe = labelled(audiences, {}, isOutage ? 'outage' : 'missed-event');
          const ranks = parts.map((part) => LABEL_IDS.indexOf(labelOf(coe, part)));
          expect(ranks).toEqual(ranks.toSorted((first, second) => second - first));
        },
      ),
      { numRuns: 100 },
    );
  });
});

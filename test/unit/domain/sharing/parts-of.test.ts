import { describe, expect, it } from 'vitest';

import { sectionsSchema } from '#domain/coe/coe.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { conditionLabel } from '#domain/guide/conditions.ts';
import { FIELD_NAMES, HEADER_NAMES } from '#domain/guide/field-names.ts';
import { labelOf } from '#domain/guide/label-of.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { TRIGGERS } from '#domain/guide/triggers.ts';
import { unknownMoment } from '#domain/time/moment.ts';
import { COPY_FIELDS } from '#domain/sharing/copy-fields.ts';
import { partsOf, type SharePart } from '#domain/sharing/parts-of.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const coe = newCoe({ kind: 'outage', title: 'Cards refused', happened: unknownMoment() }, ID, () => 0);
const why = { evidence: '', control: null, mark: null };

const paths = (parts: readonly SharePart[]): string[] => parts.flatMap((part) => [part.path, ...paths(part.parts)]);

describe('the parts of a COE that can have a label', () => {
  it('has a name for every field of every section', () => {
    const empty = sectionsSchema.parse({});
    for (const id of SECTION_IDS) {
      expect(Object.keys(FIELD_NAMES[id]).toSorted()).toEqual(
        Object.keys(empty[id])
          .filter((key) => key !== 'skipped')
          .toSorted(),
      );
    }
  });

  it('has a name for every field above the sections that a copy may hold, so that each can be kept private', () => {
    const copied = Object.keys(COPY_FIELDS).filter((key) => key !== 'sections');
    expect(Object.keys(HEADER_NAMES).toSorted()).toEqual(copied.toSorted());
  });

  it('leaves out sections and fields that are empty', () => {
    const written = { ...coe, sections: { ...coe.sections, cause: { ...coe.sections.cause, prose: 'Two limits.' } } };
    expect(
      partsOf(written, SECTION_SHORT_NAMES, PLAIN_DATE_STYLE).map(({ name, parts }) => [
        name,
        parts.map(({ words }) => words),
      ]),
    ).toEqual([
      ['Header', ['Cards refused', 'Draft']],
      ['Root cause', ['Two limits.']],
    ]);
  });

  it('shows a choice by its label, also as the words of a row', () => {
    const cause = {
      trigger: 'change-mine',
      conditions: [{ id: 'a', condition: 'attention-memory' }],
    };
    const sections = sectionsSchema.parse({ cause, noticed: { by: 'me' } });
    const groups = partsOf({ ...coe, severity: 2, sections }, SECTION_SHORT_NAMES, PLAIN_DATE_STYLE);
    const words = (parts: readonly SharePart[]): string[] =>
      parts.flatMap((part) => [part.words, ...words(part.parts)]).filter((text) => text !== '');
    expect(words(groups.flatMap(({ parts }) => parts))).toEqual([
      'Cards refused',
      'Major',
      'Draft',
      'Me',
      labelOf(TRIGGERS, 'change-mine'),
      conditionLabel('attention-memory'),
    ]);
  });

  it('shows rows by their first words, and whys below the why they answer', () => {
    const whys = [
      { ...why, id: 'a', text: 'Nobody looked', whys: [{ ...why, id: 'b', text: 'It was *night*', whys: [] }] },
    ];
    const written = { ...coe, sections: { ...coe.sections, whys: { ...coe.sections.whys, happened: whys } } };
    const group = partsOf(written, SECTION_SHORT_NAMES, PLAIN_DATE_STYLE).find(({ section }) => section === 'whys');
    expect(paths(group?.parts ?? [])).toEqual([
      'sections.whys.happened',
      'sections.whys.happened/a',
      'sections.whys.happened/b',
    ]);
    expect(group?.parts[0]?.parts[0]?.parts[0]).toMatchObject({ name: '1.1', words: 'It was night' });
  });

  it('has the pictures and files that texts refer to, and the patterns, each with a label of its own', () => {
    const [picture, file] = [`${'a'.repeat(64)}.png`, `${'b'.repeat(64)}.pdf`];
    const prose = `![A \\[small\\] chart](attachments/${picture}) and [the letter](attachments/${file}), attachments/${file}`;
    const written = {
      ...coe,
      patternIds: [ID, '01ARZ3NDEKTSV4RRFFQ69G5FAW'],
      sections: { ...coe.sections, cause: { ...coe.sections.cause, prose } },
    };
    const groups = partsOf(written, SECTION_SHORT_NAMES, PLAIN_DATE_STYLE, new Map([[ID, 'Two limits in two places']]));
    expect(
      groups.slice(2).map(({ name, path, parts }) => [name, path, parts.map((part) => [part.path, part.words])]),
    ).toEqual([
      [
        'Pictures and files',
        '',
        [
          [`attachments/${picture}`, 'A [small] chart'],
          [`attachments/${file}`, 'the letter'],
        ],
      ],
      ['Patterns', '', [[`patternIds/${ID}`, 'Two limits in two places']]],
    ]);
  });
});

import { describe, expect, it } from 'vitest';

import { sectionsSchema } from '#domain/coe/coe.ts';
import { KIND_IDS, MILESTONE_IDS, SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { DEPTHS } from '#domain/guide/depths.ts';
import { GAP_LIMIT_MINUTES } from '#domain/guide/gap-limits.ts';
import { isPersonalKind } from '#domain/guide/kinds.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import { SECTION_HEADINGS, SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { SEVERITY_ANCHORS, SEVERITY_LEVELS } from '#domain/guide/severity-anchors.ts';
import { MILESTONE_LABELS } from '#domain/guide/vocabulary.ts';
import { CLOSING_QUESTION, sectionTitle, sectionWording, WORDING } from '#domain/guide/wording.ts';

describe('the ten sections', () => {
  it('carry the headings of the outline, in its order', () => {
    expect(SECTION_IDS.map((id) => SECTION_HEADINGS[id])).toEqual([
      'Additional context',
      'What is the customer impact?',
      'What was the impact?',
      'What is the timeline?',
      'How did you notice it?',
      'How did you mitigate it?',
      'What was the root cause?',
      '5 whys',
      'What did you learn?',
      "What are you going to do so it doesn't happen again?",
    ]);
  });

  it('are the sections of the file format', () => {
    expect(Object.keys(sectionsSchema.parse({}))).toEqual([...SECTION_IDS]);
    expect(Object.keys(SECTION_SHORT_NAMES)).toEqual([...SECTION_IDS]);
  });
});

describe.each(KIND_IDS)('the wording of a COE about %s', (kind) => {
  it('has a subtitle and two or more prompts for every section', () => {
    for (const section of SECTION_IDS) {
      const { subtitle, prompts } = sectionWording(kind, section);
      expect(subtitle).not.toBe('');
      expect(prompts.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('asks how and what of a person, and keeps "why" for things', () => {
    const questions = SECTION_IDS.flatMap((section) => WORDING[kind][section].prompts);
    for (const question of questions) expect(question).not.toMatch(/\bwhy (did|do|didn['’]t) you\b/i);
  });

  it('names every milestone and severity, and limits gaps', () => {
    for (const milestone of MILESTONE_IDS) expect(MILESTONE_LABELS[kind][milestone]).toBeTruthy();
    for (const level of SEVERITY_LEVELS) expect(SEVERITY_ANCHORS[kind][level]).toBeTruthy();
    expect(GAP_LIMIT_MINUTES[kind]).toBeGreaterThan(0);
  });

  it('speaks quietly', () => {
    expect(JSON.stringify([WORDING[kind], ROW_PLACEHOLDERS[kind]])).not.toContain('!');
  });
});

describe('the depths', () => {
  it('ask five sections for the quick one and all ten for the others', () => {
    expect(DEPTHS.map((depth) => depth.sections.length)).toEqual([5, 10, 10]);
  });

  it.each(DEPTHS.flatMap((depth) => KIND_IDS.map((kind) => [depth.id, kind, depth.sections[0]] as const)))(
    'ask what happened first, in %s depth about %s',
    (_depth, kind, first) => {
      expect(first).toBeDefined();
      expect(sectionWording(kind, first ?? 'actions').prompts[0]).toMatch(/^What happened\b/);
    },
  );

  it.each(DEPTHS.flatMap(({ id, sections: [first] }) => (first === undefined ? [] : [[id, first] as const])))(
    'head the first section of a personal kind with what it asks first, in %s depth',
    (_depth, first) => {
      for (const kind of KIND_IDS.filter(isPersonalKind)) expect(sectionTitle(kind, first)).toBe('What happened');
    },
  );

  it('end in a premortem', () => {
    expect(CLOSING_QUESTION).toMatch(/happened again/);
  });
});

it('heads a section with the words of a personal kind, and with those of the outline for an outage', () => {
  expect(sectionTitle('missed-event', 'customerImpact')).toBe('Who was counting on you');
  expect(sectionTitle('outage', 'customerImpact')).toBe('What is the customer impact?');
  for (const kind of KIND_IDS) expect(new Set(SECTION_IDS.map((id) => sectionTitle(kind, id))).size).toBe(10);
});

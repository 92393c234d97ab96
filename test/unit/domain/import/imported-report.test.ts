import { describe, expect, it } from 'vitest';

import { foldHeading, importChoicesSchema, importedCoe, importOptions } from '#domain/import/imported-report.ts';

describe('a COE from an import', () => {
  it('is empty but for its kind when a reader found nothing', () => {
    const coe = importedCoe({ kind: 'outage' });
    expect(coe.status).toBe('draft');
    expect(coe.sections.timeline.entries).toEqual([]);
    expect(coe).not.toHaveProperty('id');
    expect(coe.unplaced).toBe('');
  });
});

describe('foldHeading', () => {
  it.each([
    ['Action Items', 'action items'],
    ['🔥 Root cause(s)', 'root cause'],
    ['What went well? (to be done by Friday)', 'what went well'],
    ['What’s next', 'whats next'],
  ])('folds %s', (heading, folded) => expect(foldHeading(heading)).toBe(folded));
});

describe('the choices of an import', () => {
  const choices = { zone: 'UTC', dateOrder: 'day-first', headings: {}, kind: null, splitReports: true };
  it('name only targets that exist', () => {
    expect(importChoicesSchema.safeParse(choices).success).toBe(true);
    expect(importChoicesSchema.safeParse({ ...choices, headings: { stats: 'nowhere' } }).success).toBe(false);
  });

  it('fold the headings that a person mapped', () => {
    const chosen = importChoicesSchema.parse({ ...choices, headings: { 'Our Stats:': 'impact' } });
    expect(importOptions(chosen, 'Europe/Paris').headings.get('our stats')).toBe('impact');
  });
});

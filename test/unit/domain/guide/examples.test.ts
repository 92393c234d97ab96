import { describe, expect, it } from 'vitest';

import { coeSchema, type Coe } from '#domain/coe/coe.ts';
import type { Why } from '#domain/coe/sections/whys.ts';
import { CONDITION_IDS, MILESTONE_IDS, SECTION_IDS, STATUS_IDS } from '#domain/coe/vocabulary.ts';
import { readCoeJson } from '#domain/file/read-coe.ts';
import { isPersonalKind } from '#domain/guide/kinds.ts';
import { instantRange } from '#domain/time/instant-range.ts';

import { ALL_EXAMPLES, EXAMPLE_PATTERNS } from '../../../support/examples.ts';

const FINISHED = ALL_EXAMPLES.filter((coe) => coe.status !== 'draft');
const ZONE = 'America/Chicago';
/** Ends the context of every example, so that nobody takes it for somebody’s life. */
const INVENTED_LINE = '*This COE is invented. It is here to show what one can look like.*';

const flatten = (whys: Why[]): Why[] => whys.flatMap((why) => [why, ...flatten(why.whys)]);
const leaves = (whys: Why[]): Why[] => flatten(whys).filter((why) => why.whys.length === 0);

/** Paths of the keys that the schema keeps without knowing them: in an example each would be a misspelling. */
function unknownKeys(value: unknown, known: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'precision' in value) return [];
  const shape = typeof known === 'object' && known !== null ? known : {};
  return Object.entries(value).flatMap(([key, inner]) =>
    key in shape ? unknownKeys(inner, Reflect.get(shape, key), `${path}.${key}`) : [`${path}.${key}`],
  );
}

describe('the example library', () => {
  it('holds eight COEs, at least five of them personal, each with an id of its own', () => {
    expect(ALL_EXAMPLES).toHaveLength(8);
    expect(FINISHED.filter((coe) => isPersonalKind(coe.kind)).length).toBeGreaterThanOrEqual(5);
    expect(new Set(ALL_EXAMPLES.map((coe) => coe.id)).size).toBe(8);
  });

  it('has exactly one unfinished draft, of the quick sort', () => {
    const drafts = ALL_EXAMPLES.filter((coe) => coe.status === 'draft');
    expect(drafts.map((coe) => coe.depth)).toEqual(['quick']);
  });

  it('shows every status', () => {
    expect([...new Set(ALL_EXAMPLES.map((coe) => coe.status))].sort()).toEqual([...STATUS_IDS].sort());
  });

  it('spreads over the years and ends before November 2026', () => {
    const days = ALL_EXAMPLES.map((coe) => coe.happened.value);
    expect(days).toEqual([...days].sort());
    expect(new Set(days.map((day) => day.slice(0, 4)))).toEqual(new Set(['2023', '2024', '2025', '2026']));
    for (const coe of ALL_EXAMPLES) expect(coe.updatedAt < '2026-11').toBe(true);
  });

  it('shares conditions, so that the themes tell a story', () => {
    const count = (id: string) =>
      ALL_EXAMPLES.filter((coe) => coe.sections.cause.conditions.some(({ condition }) => condition === id)).length;
    expect(count('assumption')).toBeGreaterThanOrEqual(5);
    expect(count('communication-handoff')).toBeGreaterThanOrEqual(4);
    expect(CONDITION_IDS.filter((id) => count(id) >= 3).length).toBeGreaterThanOrEqual(4);
    expect(FINISHED.filter((coe) => coe.sections.noticed.signal === 'not-acted-on').length).toBeGreaterThanOrEqual(2);
  });

  it('has patterns that came back at least once, one of them asked about on Today', () => {
    for (const { id } of EXAMPLE_PATTERNS)
      expect(ALL_EXAMPLES.filter((coe) => coe.patternIds.includes(id)).length).toBeGreaterThanOrEqual(2);
    const ids = EXAMPLE_PATTERNS.map(({ id }) => id);
    for (const coe of ALL_EXAMPLES) for (const id of coe.patternIds) expect(ids).toContain(id);
    expect(EXAMPLE_PATTERNS.filter(({ askBefore }) => askBefore.words !== '')).toHaveLength(1);
    expect(JSON.stringify(EXAMPLE_PATTERNS)).not.toContain('!');
  });

  it('links only to examples, in both directions of time', () => {
    const ids = new Set(ALL_EXAMPLES.map((coe) => coe.id));
    for (const coe of ALL_EXAMPLES) for (const link of coe.links) expect(ids).toContain(link.coeId);
  });

  it('shows every purpose, strength and result an action can have, beside the empty ones', () => {
    const actions = ALL_EXAMPLES.flatMap((coe) => coe.sections.actions.items);
    expect(new Set(actions.map((action) => action.status))).toEqual(new Set(['open', 'done', 'declined']));
    for (const result of ['held', 'partly', 'came-back', 'not-yet-tested']) {
      expect(actions.map((action) => action.result)).toContain(result);
    }
    for (const strength of ['strong', 'medium', 'weak'])
      expect(actions.map((action) => action.strength)).toContain(strength);
  });
});

describe.each(ALL_EXAMPLES.map((coe): [string, Coe] => [coe.title, coe]))('the example "%s"', (_title, coe) => {
  it('reads as a file of the present version and has no key that the format does not know', () => {
    expect(readCoeJson(structuredClone(coe))).toEqual({ ok: true, value: coe });
    expect(unknownKeys(coe, coeSchema.parse({ ...coe, sections: {} }))).toEqual([]);
  });

  it('says that it is invented', () => {
    expect(coe.tags[0]).toBe('example');
    expect(coe.sections.context.prose.endsWith(INVENTED_LINE)).toBe(true);
  });

  it('keeps the timeline and the milestones in order', () => {
    const starts = coe.sections.timeline.entries.map(({ when }) => instantRange(when, ZONE)?.start ?? Number.NaN);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const began = instantRange(coe.times.began, ZONE)?.start ?? Number.NaN;
    const noticed = instantRange(coe.times.noticed, ZONE)?.start ?? Number.NaN;
    expect(began).toBeLessThanOrEqual(noticed);
  });

  it('links actions to causes that are there, and dates them in order', () => {
    const { actions, cause, whys } = coe.sections;
    const causes = new Set(
      [...cause.conditions, ...flatten(whys.happened), ...flatten(whys.unnoticed)].map(({ id }) => id),
    );
    for (const action of actions.items) {
      if (action.causeId !== null) expect(causes).toContain(action.causeId);
      if (action.status === 'done') expect(action.doneOn).not.toBeNull();
      if (action.status === 'declined') expect(action.declinedReason).not.toBe('');
      if (action.doneOn !== null) expect(action.doneOn <= coe.updatedAt.slice(0, 10)).toBe(true);
      if (action.doneOn !== null && action.checkDate !== null) expect(action.checkDate > action.doneOn).toBe(true);
      if (action.checkDate !== null && action.checkDate > coe.updatedAt) {
        expect([null, 'not-yet-tested']).toContain(action.result);
      }
    }
  });

  it('speaks quietly', () => {
    expect(JSON.stringify(coe)).not.toContain('!');
  });
});

describe.each(FINISHED.map((coe): [string, Coe] => [coe.title, coe]))('the finished example "%s"', (_title, coe) => {
  const { customerImpact, impact, timeline, noticed, mitigated, cause, whys, learned, actions } = coe.sections;

  it('has words in every section', () => {
    expect(coe.summary).not.toBe('');
    for (const id of SECTION_IDS) expect(coe.sections[id].prose).not.toBe('');
  });

  it('has rows in every structured part', () => {
    expect(customerImpact.groups.length).toBeGreaterThanOrEqual(2);
    expect(impact.costs.length).toBeGreaterThanOrEqual(3);
    expect(timeline.entries.length).toBeGreaterThanOrEqual(6);
    expect(noticed.by).not.toBeNull();
    expect(noticed.signal).not.toBeNull();
    expect(mitigated.steps.length).toBeGreaterThanOrEqual(3);
    expect(cause.conditions.length).toBeGreaterThanOrEqual(3);
    expect(cause.safeguards.some(({ state }) => state === 'held')).toBe(true);
    expect(learned.lessons.length).toBeGreaterThanOrEqual(2);
    expect(actions.items.length).toBeGreaterThanOrEqual(2);
    expect(actions.premortem).not.toBe('');
  });

  it('marks all five milestones', () => {
    expect(new Set(timeline.entries.flatMap(({ mark }) => mark ?? []))).toEqual(new Set(MILESTONE_IDS));
  });

  it('asks two chains of whys, the first of which branches, and ends every branch', () => {
    expect(flatten(whys.happened).some((why) => why.whys.length > 1)).toBe(true);
    expect(whys.unnoticed.length).toBeGreaterThan(0);
    for (const leaf of leaves([...whys.happened, ...whys.unnoticed])) expect(leaf.mark).not.toBeNull();
  });
});

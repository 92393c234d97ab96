import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { LINK_TYPE_IDS, type LinkTypeId } from '#domain/coe/vocabulary.ts';
import { chainOf, chainsOf } from '#domain/links/chains.ts';
import { linksOf } from '#domain/links/links-of.ts';
import { likeliestFix, suggestVerdict } from '#domain/links/suggest-verdict.ts';
import { dayMoment, unknownMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

type To = { to: number; type?: LinkTypeId; fixId?: string; verdict?: 'did-not-hold' };

function coe(number: number, day: string, links: readonly To[] = []): CoeSummary {
  const made = someCoe({ happened: day === '' ? unknownMoment() : dayMoment(day) }, number);
  const action = actionSchema.parse({ id: 'fix', text: `Fix of ${number}`, status: 'done', result: 'held' });
  made.sections.actions.items = [action];
  made.links = links.map(({ to, type = 'same-cause', fixId = null, verdict = null }, place) => ({
    id: `link-${place}`,
    type,
    coeId: testId(to),
    note: '',
    fixId,
    verdict,
  }));
  return summarise(made);
}

describe('the links of a COE', () => {
  const first = coe(1, '2024-01-01');
  const again = coe(2, '2025-01-01', [{ to: 1, fixId: 'fix', verdict: 'did-not-hold' }]);

  it('are shown where they were made, with the fix that was meant to prevent it', () => {
    expect(linksOf(again.id, [first, again])).toEqual([
      {
        linkId: 'link-0',
        type: 'same-cause',
        madeIn: 'here',
        otherId: first.id,
        other: { id: first.id, title: first.title, kind: 'outage', happened: first.happened, status: 'draft' },
        fix: { id: 'fix', text: 'Fix of 1', status: 'done', result: 'held' },
        verdict: 'did-not-hold',
      },
    ]);
  });

  it('are shown at the other end as well', () => {
    expect(linksOf(first.id, [first, again])).toMatchObject([
      { madeIn: 'there', otherId: again.id, fix: { text: 'Fix of 1' }, verdict: 'did-not-hold' },
    ]);
  });

  it('that both made are one', () => {
    const one = coe(1, '2024-01-01', [{ to: 2 }]);
    const other = coe(2, '2025-01-01', [{ to: 1 }]);
    expect(linksOf(one.id, [one, other]).map(({ madeIn }) => madeIn)).toEqual(['here']);
    expect(linksOf(other.id, [one, other]).map(({ madeIn }) => madeIn)).toEqual(['here']);
  });

  it('say so when the other one is gone, and leave out a link to itself', () => {
    const alone = coe(1, '2024-01-01', [{ to: 9, fixId: 'fix' }, { to: 1 }]);
    expect(linksOf(alone.id, [alone])).toMatchObject([{ otherId: testId(9), other: null, fix: null }]);
  });
});

describe('a chain of repeats', () => {
  it('runs from the oldest to the newest, whoever names whom', () => {
    const all = [
      coe(3, '2026-01-01', [{ to: 1, fixId: 'fix', verdict: 'did-not-hold' }]),
      coe(1, '2024-01-01', [{ to: 2 }]),
      coe(2, '2025-01-01'),
      coe(4, '2023-01-01', [{ to: 3, type: 'related' }]),
    ];
    const chain = chainOf(testId(2), all);
    expect(chain.map((step) => step.coe.id)).toEqual([1, 2, 3].map(testId));
    expect(chain[2]?.repeats).toMatchObject([{ coeId: testId(1), fix: { text: 'Fix of 1' }, verdict: 'did-not-hold' }]);
    expect(chainOf(testId(4), all)).toEqual([]);
  });

  it('is one chain however the links run, and holds each COE once', () => {
    const link = fc.record({ from: fc.nat(9), to: fc.nat(12), type: fc.constantFrom(...LINK_TYPE_IDS) });
    fc.assert(
      fc.property(
        fc.array(link, { maxLength: 20 }),
        fc.array(fc.constantFrom('', '2024-01-01', '2025-05-05'), { minLength: 10, maxLength: 10 }),
        (links, days) => {
          const all = days.map((day, number) =>
            coe(
              number,
              day,
              links.filter(({ from }) => from === number),
            ),
          );
          const chains = chainsOf(all);
          const ids = chains.flatMap((chain) => chain.map((step) => step.coe.id));
          expect(new Set(ids).size).toBe(ids.length);
          expect(chains.every((chain) => chain.length > 1)).toBe(true);
          for (const { id } of all) {
            expect(chainOf(id, all)).toEqual(chains.find((chain) => chain.some((step) => step.coe.id === id)) ?? []);
          }
          for (const { from, to, type } of links) {
            if (type !== 'same-cause' || from === to || to > 9) continue;
            const chain = chains.find((each) => each.some((step) => step.coe.id === testId(from)));
            expect(chain?.some((step) => step.coe.id === testId(to))).toBe(true);
          }
        },
      ),
    );
  });
});

describe('what is suggested of a fix', () => {
  it.each([
    ['was still open', { status: 'open', doneOn: null }, '2026-03-01', 'not-done'],
    ['was done before', { status: 'done', doneOn: '2026-01-01' }, '2026-03-01', 'did-not-hold'],
    ['was done on the day', { status: 'done', doneOn: '2026-03-01' }, '2026-03-01', 'did-not-hold'],
    ['was done afterwards', { status: 'done', doneOn: '2026-03-02' }, '2026-03-01', 'too-late'],
    ['was done on a day nobody knows', { status: 'done', doneOn: null }, '2026-03-01', 'did-not-hold'],
  ] as const)('when it %s', (_, fix, happened, verdict) => {
    expect(suggestVerdict(fix, dayMoment(happened))).toBe(verdict);
  });

  it('is the last preventing one that was done', () => {
    const fix = (id: string, purpose: 'prevent' | 'put-right', status: 'open' | 'done', doneOn: string | null) => ({
      id,
      purpose,
      status,
      doneOn,
    });
    const all = [
      fix('a', 'prevent', 'done', '2026-01-01'),
      fix('b', 'prevent', 'done', '2026-02-01'),
      fix('c', 'put-right', 'done', '2026-03-01'),
      fix('d', 'prevent', 'open', null),
    ];
    expect(likeliestFix(all)?.id).toBe('b');
    expect(likeliestFix([])).toBeNull();
  });
});

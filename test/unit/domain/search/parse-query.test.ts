import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import { matchesOperators } from '#domain/search/matches-operators.ts';
import { someCoe } from '#test/support/some-coe.ts';

const wanted = (text: string): readonly string[] => parseQuery(text).needles.wanted;
const operators = (text: string): string[] =>
  parseQuery(text).operators.map((use) => `${use.negated ? '-' : ''}${use.operator}=${use.value}`);

describe('what is typed into the search box', () => {
  it.each<[string, string[], string[]]>([
    ['Café  DEPLOY', ['cafe', 'deploy'], []],
    ['"Two  Words" three', ['two words', 'three'], []],
    ['open "quote without end', ['open', 'quote without end'], []],
    ['-not this', ['this'], ['not']],
    ['-"not this" that', ['that'], ['not this']],
    ['(brackets), and: colons!', ['brackets', 'and', 'colons'], []],
    ['e-mail 10:04 a/b', ['e-mail', '10:04', 'a/b'], []],
    ['- " " "" …', [], []],
    ['word word', ['word'], []],
  ])('%j looks for %j without %j', (text, needles, unwanted) => {
    expect(parseQuery(text).needles).toEqual({ wanted: needles, unwanted });
  });

  it.each<[string, string[]]>([
    ['kind:outage', ['kind=outage']],
    ['KIND:Missed', ['kind=missed']],
    ['kind:"missed event"', ['kind=missed-event']],
    ['status:held -status:draft', ['status=held', '-status=draft']],
    ['tag:École tag:"two words"', ['tag=ecole', 'tag=two words']],
    ['severity:3 severity:none', ['severity=3', 'severity=none']],
    ['after:2024 before:2024-06', ['after=2024', 'before=2024-06']],
  ])('%j narrows the list', (text, expected) => {
    expect(operators(text)).toEqual(expected);
    expect(wanted(text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['kind:spaceship', 'kind:spaceship'],
    ['severity:9', 'severity:9'],
    ['before:soon', 'before:soon'],
    ['colour:red', 'colour:red'],
    ['https://example.org', 'https://example.org'],
  ])('%j is looked for as it stands', (text, needle) => {
    expect(operators(text)).toEqual([]);
    expect(wanted(text)).toEqual([needle]);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(parseQuery(text)).toBeDefined();
      }),
    );
  });

  it('is read in a moment, however long and odd', () => {
    for (const piece of ['"', '-', ':', 'a:', '-"', 'a:"', ' '])
      expect(parseQuery(piece.repeat(100_000))).toBeDefined();
  });
});

describe('an operator', () => {
  const coe = someCoe({ severity: 2, tags: ['École', 'on-call'], status: 'held' });
  coe.sections.cause.conditions = [{ id: 'a', condition: 'workload-time', control: null, knownBefore: null, note: '' }];
  const summary = summarise(coe);
  it.each<[string, boolean]>([
    ['kind:outage', true],
    ['kind:missed', false],
    ['kind:missed kind:outage', true],
    ['-kind:outage', false],
    ['status:held', true],
    ['tag:ecole', true],
    ['tag:on', true],
    ['tag:call', false],
    ['condition:workload', true],
    ['condition:"workload time"', true],
    ['severity:2', true],
    ['severity:1', false],
    ['severity:none', false],
    ['after:2026', true],
    ['after:2026-05-14', true],
    ['after:2026-05-15', false],
    ['before:2026', false],
    ['before:2026-05-14', false],
    ['before:2026-05-15', true],
    ['before:2027', true],
    ['after:2026-01 before:2026-05', false],
    ['after:2026-05 before:2026-06', true],
  ])('%s on a COE of 14 May 2026: %s', (text, expected) => {
    expect(matchesOperators(summary, parseQuery(text).operators)).toBe(expected);
  });
});

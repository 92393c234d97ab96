import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { summarise } from '#domain/catalogue/coe-summary.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import { queryHints } from '#domain/search/query-hints.ts';
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

describe('the words on screen', () => {
  const coe = coeSchema.parse({
    ...someCoe({ kind: 'missed-event', status: 'ready', severity: 3, title: 'The API edge', author: 'José Lee' }),
    sections: {
      cause: { conditions: [{ id: 'c', condition: 'assumption' }] },
      actions: { items: [{ id: 'a', owner: 'Ana María' }] },
    },
  });
  const finds = (text: string): boolean => {
    const query = parseQuery(text);
    return query.operators.length > 0 && matchesOperators(summarise(coe), query.operators);
  };

  it.each([
    'severity:severe',
    'severity:Sev',
    'severity:3',
    'kind:missed',
    'kind:"missed event"',
    'status:"ready for review"',
    'condition:"believed without checking"',
    'condition:assumption',
    'condition:checking',
    'owner:ana',
    'owner:maria',
    'author:jose',
    'title:edge',
    '-severity:major',
  ])('%s finds the COE', (text) => expect(finds(text)).toBe(true));

  it.each([
    'severity:major',
    'severity:none',
    'kind:outage',
    'owner:ben',
    'author:ana',
    'title:core',
    'condition:energy',
  ])('%s does not', (text) => expect(finds(text)).toBe(false));
});

describe('the hints for a search', () => {
  it('name the operators when one is unknown', () => {
    const [hint] = queryHints('pager colour:red');
    expect(hint?.message).toContain('“colour:” is not something to search by');
    expect(hint?.message).toContain('severity:');
    expect(queryHints('sev:severe')[0]?.choices).toEqual([{ label: 'severity:severe', text: 'severity:severe' }]);
  });

  it('name the values when one is unknown, ready to choose', () => {
    const [hint] = queryHints('pager -kind:bogus down');
    expect(hint?.message).toContain('There is no kind “bogus”');
    expect(hint?.choices).toContainEqual({ label: 'kind:"missed event"', text: 'pager -kind:"missed event" down' });
    expect(queryHints('severity:9')[0]?.choices.map(({ label }) => label)).toContain('severity:severe');
    expect(queryHints('after:soon')[0]?.message).toContain('needs a date');
  });

  it('are none for what is understood, and for times and addresses', () => {
    expect(queryHints('kind:outage owner:ana 10:04 https://example.org "a: b"')).toEqual([]);
  });
});

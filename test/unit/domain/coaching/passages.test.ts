import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mapSpan, placePassage, quotePassage } from '#domain/coaching/passages.ts';
import { measurePassages } from '#test/support/passage-figures.ts';
import { hasRealReports, OWN_REPORTS, REAL_REPORTS, reportsIn } from '#test/support/reports.ts';
import { skipBecause } from '#test/support/skip-without.ts';

const SENT = 'The alarm was silenced in March. Nobody looked at the graph. We restarted the queue at noon.';

const quoteOf = (words: string, text = SENT) => {
  const start = text.indexOf(words);
  const quote = quotePassage(text, 1, { start, end: start + words.length });
  if (quote === null) throw new Error('nothing to quote');
  return quote;
};

/** Where the passage is, and its words now. */
const placed = (words: string, now: string, sent: string | null = SENT) => {
  const passage = placePassage(quoteOf(words), sent, now);
  if (passage.is !== 'not-placed') return [passage.is, now.slice(passage.start, passage.end)];
  return [passage.is, passage.offer === null ? null : now.slice(passage.offer.start, passage.offer.end)];
};

describe('quoting a passage', () => {
  it('leaves white space around it out, and keeps 32 characters before and after', () => {
    const at = SENT.indexOf(' Nobody');
    expect(quotePassage(SENT, 3, { start: at, end: at + ' Nobody looked '.length })).toEqual({
      seq: 3,
      exact: 'Nobody looked',
      prefix: 'he alarm was silenced in March. ',
      suffix: ' at the graph. We restarted the ',
      start: at + 1,
      end: at + 14,
    });
    expect(quotePassage(SENT, 1, { start: 3, end: 4 })).toBeNull();
  });
});

describe('placing a passage', () => {
  it('keeps its position while the text is unchanged', () => {
    expect(placed('Nobody looked at the graph', SENT)).toEqual(['unchanged', 'Nobody looked at the graph']);
  });

  it('carries it through text before it, words changed in it, and words changed at its ends', () => {
    expect(placed('Nobody looked at the graph', `Before. ${SENT}`)).toEqual(['carried', 'Nobody looked at the graph']);
    expect(placed('Nobody looked at the graph', SENT.replace('looked at', 'opened'))).toEqual([
      'carried',
      'Nobody opened the graph',
    ]);
    expect(placed('Nobody looked at the graph', SENT.replace('Nobody', 'No person'))).toEqual([
      'carried',
      'person looked at the graph',
    ]);
  });

  it('is not confused by a common word in text that was written before it', () => {
    const now = SENT.replace('The alarm was', 'The team had no idea at all what to do. The alarm had been');
    expect(placed('The alarm was silenced in March', now)).toEqual(['carried', 'The alarm had been silenced in March']);
  });

  it('finds a passage that moved when there is only one like it', () => {
    const now = 'Nobody looked at the graph. The alarm was silenced in March. We restarted the queue at noon.';
    expect(placed('We restarted the queue', `We restarted the queue at noon. ${SENT.split(' We')[0]}`)[1]).toBe(
      'We restarted the queue',
    );
    expect(placed('Nobody looked at the graph', `${now} Nobody looked at the graph.`)[0]).not.toBe('moved');
  });

  it('does not place a deleted passage, and only offers one that is like it', () => {
    const gone = SENT.replace('Nobody looked at the graph. ', '');
    expect(placed('Nobody looked at the graph', gone)).toEqual(['not-placed', null]);
    expect(placed('Nobody looked at the graph', `${gone} Later Nobody looked at any graph.`)).toEqual([
      'not-placed',
      'Nobody looked at any graph',
    ]);
    expect(placed('Nobody looked at the graph', '')).toEqual(['not-placed', null]);
  });

  it('takes a single exact occurrence when the text that was sent is not known', () => {
    expect(placed('Nobody looked at the graph', `New. ${SENT}`, null)).toEqual(['moved', 'Nobody looked at the graph']);
    expect(placed('the graph', `New. ${SENT}`, null)).toEqual(['not-placed', 'the graph']);
  });

  it('finds the quote in the text that was sent when its position is wrong', () => {
    const quote = { ...quoteOf('Nobody looked'), start: 0, end: 13 };
    expect(placePassage(quote, SENT, SENT)).toMatchObject({ is: 'unchanged', start: SENT.indexOf('Nobody') });
  });

  it('always gives a part of the text, or none', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'the', 'queue', 'Ünder', '漢字', '.', '\n', '**x**', ' '), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, fc.nat(40), fc.nat(40), (one, other, start, length) => {
        const [sent, now] = [one.join(' '), other.join(' ')];
        const quote = quotePassage(sent, 1, { start, end: start + length });
        if (quote === null) return;
        const passage = placePassage(quote, sent, now);
        const span = passage.is === 'not-placed' ? passage.offer : passage;
        if (span === null) return;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(now.length);
      }),
    );
  });
});

describe('a text with words replaced', () => {
  it('shows the same part', () => {
    const [copy, own] = ['Person A told the team. Person B left.', 'Anna told the team. Bob Smith-Jones left.'];
    const map = (words: string): string | null => {
      const span = mapSpan(copy, own, { start: copy.indexOf(words), end: copy.indexOf(words) + words.length });
      return span === null ? null : own.slice(span.start, span.end);
    };
    expect(map('Person A')).toBe('Anna');
    expect(map('told the')).toBe('told the');
    expect(map('team. Person B')).toBe('team. Bob Smith-Jones');
    expect(map('Person B left')).toBe('Bob Smith-Jones left');
  });
});

describe('passages of reports after edits', () => {
  const check = (folder: string, samples: number): void => {
    const rows = measurePassages(
      reportsIn(folder).map((file) => readFileSync(file, 'utf8')),
      samples,
    );
    for (const [row, { edit, wrong, lost }] of rows.entries()) {
      expect(lost, edit).toBe(0);
      if (row < 6) expect(wrong / samples, edit).toBeLessThanOrEqual(0.01);
      else if (row === 6) expect(wrong / samples, edit).toBeLessThanOrEqual(0.2);
    }
  };

  it('are placed wrong in at most one of a hundred of the published ones', (context) => {
    if (!hasRealReports()) skipBecause('the published reports do not lie beside the repository', context);
    check(REAL_REPORTS, 250);
  });

  it('are placed wrong in at most one of a hundred of the invented ones', () => {
    check(OWN_REPORTS, 100);
  });
});

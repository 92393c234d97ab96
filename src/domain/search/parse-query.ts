import { foldPassage } from './fold.ts';
import { idsNamed } from './operator-values.ts';
import { type Operator, OPERATORS, type OperatorUse, type SearchQuery } from './search-query.ts';

/** One term: an optional minus, an optional `name:`, then quoted text or a word. An unclosed quote runs to the end. */
const PIECE = /(-?)(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|(\S+))/giu;

/** Punctuation around a word, which is not part of the search. */
const EDGES = /^[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+|[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+$/gu;

/**
 * Parses the text of the search box. It never fails: an unknown operator, or one with an invalid value, counts as text
 * to search for.
 */
export function parseQuery(text: string): SearchQuery {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const operators: OperatorUse[] = [];
  for (const [, minus, name, quoted, word] of text.matchAll(PIECE)) {
    const negated = minus === '-';
    const value = foldPassage(quoted ?? word ?? '');
    const operator = name === undefined ? null : operatorNamed(name);
    if (operator !== null && isValidValue(operator, value)) {
      operators.push({ operator, value: normalise(operator, value), ids: idsNamed(operator, value), negated });
      continue;
    }
    const whole = name === undefined ? value : `${name.toLowerCase()}:${value}`;
    const needle = quoted !== undefined && name === undefined ? whole : whole.replace(EDGES, '');
    if (/[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u.test(needle)) (negated ? unwanted : wanted).push(needle);
  }
  return { needles: { wanted: [...new Set(wanted)], unwanted: [...new Set(unwanted)] }, operators };
}

const operatorNamed = (name: string): Operator | null =>
  OPERATORS.find((operator) => operator === name.toLowerCase()) ?? null;

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function isValidValue(operator: Operator, value: string): boolean {
  switch (operator) {
    case 'kind':
    case 'status':
    case 'severity':
      return idsNamed(operator, value).length > 0;
    case 'before':
    case 'after':
      return DATE.test(value);
    case 'tag':
    case 'pattern':
    case 'owner':
    case 'author':
    case 'title':
    case 'condition':
      return value !== '';
  }
}

const normalise = (operator: Operator, value: string): string =>
  operator === 'kind' || operator === 'status' || operator === 'condition' ? asId(value) : value;

/** The form of an id: "missed event" becomes `missed-event`. */
const asId = (value: string): string => value.replaceAll(/[\s_]+/g, '-');

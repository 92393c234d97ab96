import { foldPassage } from './fold.ts';
import { OPERATOR_VALUES } from './operator-values.ts';
import { parseQuery } from './parse-query.ts';
import { type Operator, OPERATORS } from './search-query.ts';

/** Something in a search that is no operator, or a value that its operator does not know, and what there is instead. */
export type QueryHint = {
  readonly message: string;
  /** Searches to choose from: the whole text with the term replaced. */
  readonly choices: readonly { readonly label: string; readonly text: string }[];
};

/** A term like `name:value`, as typed. An address such as `https://…` is none. */
const TERM = /(?<=^|\s)(-?)([a-z]{2,20}):(?!\/\/)("[^"]*"?|\S+)/giu;

/** Hints for the terms of a search that mean nothing as operators and are searched for as text. */
export function queryHints(text: string): QueryHint[] {
  return [...text.matchAll(TERM)].flatMap((found): QueryHint[] => {
    const [term, minus = '', name = '', value = ''] = found;
    if (parseQuery(term).operators.length > 0) return [];
    const replaced = (by: string): string =>
      `${text.slice(0, found.index)}${minus}${by}${text.slice(found.index + term.length)}`;
    const operator = OPERATORS.find((id) => id === name.toLowerCase());
    if (operator === undefined) return [unknownOperator(name, value, replaced)];
    const plain = foldPassage(value.replaceAll('"', ''));
    const values = OPERATOR_VALUES[operator] ?? [];
    if (values.length === 0) return [{ message: `${operator}: needs a date, like ${operator}:2025-06.`, choices: [] }];
    return [
      {
        message: `There is no ${operator} “${plain}”. You can search for:`,
        choices: values.map(({ label }) => {
          const use = operatorTerm(operator, label);
          return { label: use, text: replaced(use) };
        }),
      },
    ];
  });
}

function unknownOperator(name: string, value: string, replaced: (by: string) => string): QueryHint {
  const near = OPERATORS.filter((operator) => isNear(operator, name.toLowerCase()));
  return {
    message: `“${name}:” is not something to search by. There are ${OPERATORS.map((id) => `${id}:`).join(', ')}.`,
    choices: near.map((operator) => ({ label: `${operator}:${value}`, text: replaced(`${operator}:${value}`) })),
  };
}

/** Whether a name begins like an operator, or ends like one: `sevrity`, `owners`, `kinds`. */
const isNear = (operator: Operator, name: string): boolean =>
  operator.startsWith(name) ||
  name.startsWith(operator) ||
  (name.slice(0, 3) === operator.slice(0, 3) && name.length > 3);

/** A term that finds a value by its label, in quotation marks if it has spaces. */
export const operatorTerm = (operator: Operator, label: string): string =>
  `${operator}:${/\s/.test(label) ? `"${label.toLowerCase()}"` : label.toLowerCase()}`;

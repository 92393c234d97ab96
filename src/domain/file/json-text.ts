import { fail, ok, type Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';

/** Deeper than any COE: a why forty levels down nests about a hundred brackets. */
const DEEPEST = 400;

/**
 * Reads JSON that may have come from anywhere. Nesting is measured before parsing, because JSON.parse accepts depths on
 * which everything recursive afterwards would overflow. Keys that could change an object's prototype are dropped.
 */
export function parseJsonText(text: string): Result<unknown, FileFault> {
  if (text.trim() === '') return fail({ reason: 'empty' });
  if (/^\0+$/.test(text)) return fail({ reason: 'zero-filled' });
  if (deepestNesting(text) > DEEPEST) return fail({ reason: 'too-deep' });
  try {
    return ok(mayNamePrototype(text) ? JSON.parse(text, dropPrototypeKey) : JSON.parse(text));
  } catch (error) {
    return fail({ reason: 'not-json', detail: whereJsonBroke(error) });
  }
}

function deepestNesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 92) index += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return deepest;
}

/** Any of the letters of `__proto__` may be written as an escape. */
const mayNamePrototype = (text: string): boolean => text.includes('__proto__') || /\\u00(?:5f|70|72|6f|74)/i.test(text);

const dropPrototypeKey = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

/** Keeps the position that the engine reports and nothing of the text, which its message would quote. */
function whereJsonBroke(error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? 'The text ends too early or is not JSON.' : `Not JSON from character ${position} on.`;
}

import { fail, ok, type Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';

/** More than any COE needs: a why forty levels down is nested about a hundred levels deep. */
const MAX_DEPTH = 400;

/**
 * Parses JSON from an untrusted file. Nesting is measured first, because JSON.parse accepts depths at which recursive
 * code would overflow the stack. Drops `__proto__` keys. Fails as a value and never throws.
 */
export function parseJsonText(text: string): Result<unknown, FileFault> {
  if (text.trim() === '') return fail({ reason: 'empty' });
  if (/^\0+$/.test(text)) return fail({ reason: 'zero-filled' });
  if (deepestNesting(text) > MAX_DEPTH) return fail({ reason: 'too-deep' });
  try {
    return ok(mayNamePrototype(text) ? JSON.parse(text, dropPrototypeKey) : JSON.parse(text));
  } catch (error) {
    return fail({ reason: 'not-json', detail: describeSyntaxError(error) });
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

/** Each letter of `__proto__` may be written as an escape. */
const mayNamePrototype = (text: string): boolean => text.includes('__proto__') || /\\u00(?:5f|70|72|6f|74)/i.test(text);

const dropPrototypeKey = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

/** Keeps only the position from the engine's message, which may quote the text. */
function describeSyntaxError(error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined
    ? 'The text ends too early or is not JSON.'
    : `Not valid JSON from character ${position} on.`;
}

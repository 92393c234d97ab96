import { fail, ok, type Result } from '../result.ts';
import { LONE_SURROGATE } from './canonical-json.ts';

/** Why a text is not read as JSON from a stranger. */
export type StrictJsonFault = 'not-json' | 'too-deep' | 'too-many-rows' | 'repeated-key';

/** What a text may hold: levels of nesting, and objects in lists in all. */
export type StrictJsonLimits = { readonly depth: number; readonly rows: number };

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- JSON allows no control characters in strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/**
 * Parses JSON more strictly than JSON.parse: refuses a key that an object has twice, since two programs could read two
 * different files in it, a key that could change a prototype, half of a surrogate pair, and nesting or rows beyond the
 * limits. Line ends and spaces between values do not matter. Never throws.
 */
export function parseStrictJson(text: string, limits: StrictJsonLimits): Result<unknown, StrictJsonFault> {
  try {
    return ok(new StrictReader(text, limits).read());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.fault);
    throw error;
  }
}

class Refusal extends Error {
  readonly fault: StrictJsonFault;
  constructor(fault: StrictJsonFault) {
    super(fault);
    this.fault = fault;
  }
}

class StrictReader {
  readonly #text: string;
  readonly #limits: StrictJsonLimits;
  #at = 0;
  #rows = 0;

  constructor(text: string, limits: StrictJsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  read(): unknown {
    const value = this.#value(1);
    this.#skip();
    if (this.#at !== this.#text.length) throw new Refusal('not-json');
    return value;
  }

  #value(depth: number): unknown {
    this.#skip();
    const first = this.#text.charAt(this.#at);
    if (first === '{' || first === '[') {
      if (depth > this.#limits.depth) throw new Refusal('too-deep');
      return first === '{' ? this.#object(depth) : this.#list(depth);
    }
    if (first === '"') return this.#string();
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    const number = Number(this.#match(NUMBER));
    if (!Number.isFinite(number)) throw new Refusal('not-json');
    return number;
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.#at += 1;
    if (this.#takes('}')) return object;
    do {
      this.#skip();
      const key = this.#string();
      if (Object.hasOwn(object, key)) throw new Refusal('repeated-key');
      if (key === '__proto__' || !this.#takes(':')) throw new Refusal('not-json');
      object[key] = this.#value(depth + 1);
    } while (this.#takes(','));
    if (!this.#takes('}')) throw new Refusal('not-json');
    return object;
  }

  #list(depth: number): unknown[] {
    const list: unknown[] = [];
    this.#at += 1;
    if (this.#takes(']')) return list;
    do {
      const item = this.#value(depth + 1);
      if (typeof item === 'object') this.#rows += 1;
      if (this.#rows > this.#limits.rows) throw new Refusal('too-many-rows');
      list.push(item);
    } while (this.#takes(','));
    if (!this.#takes(']')) throw new Refusal('not-json');
    return list;
  }

  #string(): string {
    const text = JSON.parse(this.#match(STRING)) as string;
    if (LONE_SURROGATE.test(text)) throw new Refusal('not-json');
    return text;
  }

  #match(token: RegExp): string {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text)?.[0];
    if (found === undefined) throw new Refusal('not-json');
    this.#at += found.length;
    return found;
  }

  #takes(character: string): boolean {
    this.#skip();
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #skip(): void {
    SPACE.lastIndex = this.#at;
    this.#at += SPACE.exec(this.#text)?.[0].length ?? 0;
  }
}

const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

import type { RecentError } from '#main/logging/event-log.ts';

/**
 * What helps to find a fault: versions, numbers, yes and no. Nothing here can hold a word of a COE, a name or a path.
 */
export type DiagnosticFacts = {
  readonly versions: Readonly<Record<'once' | 'electron' | 'chromium' | 'node' | 'system', string>>;
  readonly platform: string;
  readonly locale: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, boolean>>;
  /** Whole seconds and megabytes. */
  readonly measures: Readonly<Record<string, number>>;
  /** Newest last. */
  readonly errors: readonly RecentError[];
};

/** Writes the facts as lines of text. Whatever is no plain word or version is left out, wherever it came from. */
export function diagnosticsText(facts: DiagnosticFacts): string {
  const lines = (values: Readonly<Record<string, string | number | boolean>>): string[] =>
    Object.entries(values).map(
      ([name, value]) => `${name}: ${plain(typeof value === 'boolean' ? yesNo(value) : value)}`,
    );
  const errors = facts.errors.map(({ at, reference, where, error, code, frames }) =>
    [...[at, reference, where, error, code ?? '-'].map(plain), plainFrames(frames || '-')].join(' '),
  );
  return [
    'Diagnostics of Once',
    ...lines(facts.versions),
    ...lines({ platform: facts.platform, locale: facts.locale }),
    '',
    ...lines(facts.counts),
    ...lines(facts.states),
    ...lines(facts.measures),
    '',
    errors.length === 0
      ? 'Errors since the start: none'
      : 'Errors since the start (time, reference, where, kind, code, place):',
    ...errors,
    '',
  ].join('\n');
}

const PLAIN = /^[\w.:+<-]{1,200}$/;

const plain = (value: string | number): string => (PLAIN.test(String(value)) ? String(value) : '?');

/** Checked one by one: together, frames of long file names are longer than any plain word. */
const plainFrames = (frames: string): string => frames.split('<').map(plain).join('<');

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

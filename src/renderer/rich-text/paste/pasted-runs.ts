import type { Run } from '../document/prose-block.ts';
import type { PastedStyle } from './pasted-style.ts';

/** Collects pasted text as a browser shows it: whitespace collapses, even across elements. */
export type RunCollector = { add(text: string, style: PastedStyle): void; break(): void; take(): Run[] };

/** Creates an empty collector. */
export function collectRuns(): RunCollector {
  let runs: Run[] = [];
  let endsInBlank = true;
  return {
    add(text, style) {
      const shown = ordinaryBlanks(text).replaceAll(/[ \t\n\r\f]+/g, ' ');
      const joined = endsInBlank ? shown.replace(/^ /, '') : shown;
      if (joined === '') return;
      endsInBlank = joined.endsWith(' ');
      runs.push({ text: joined, ...style });
    },
    break() {
      endsInBlank = true;
      runs.push({ text: '\n', marks: 0, link: null });
    },
    take() {
      const taken = runs;
      runs = [];
      endsInBlank = true;
      return taken;
    },
  };
}

/** Word processors use no-break spaces for layout. They are kept only between two words. */
function ordinaryBlanks(text: string): string {
  return text.replaceAll(/(^|\s)\u00A0+|\u00A0+(?=\s|$)/g, (_, before: string) => before || ' ');
}

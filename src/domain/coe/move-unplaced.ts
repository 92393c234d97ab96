import type { Coe } from './coe.ts';
import type { SectionId } from './vocabulary.ts';

/**
 * Moves the unplaced text of an import to the end of a section's prose, below a blank line. The COE itself when there
 * is none. A skipped section is opened again, so that the text can be seen.
 */
export function moveUnplaced(coe: Coe, to: SectionId): Coe {
  const text = coe.unplaced.trim();
  if (text === '') return coe;
  const section = coe.sections[to];
  const prose = [section.prose.trimEnd(), text].filter((part) => part !== '').join('\n\n');
  return { ...coe, unplaced: '', sections: { ...coe.sections, [to]: { ...section, prose, skipped: false } } };
}

import { withoutHiddenWords } from '../coe/action-dates.ts';
import { type Coe, coeSchema, sectionsSchema } from '../coe/coe.ts';
import { SECTION_IDS } from '../coe/vocabulary.ts';
import type { ExportChoice } from './export-choice.ts';
import { type Pseudonyms, pseudonymsFor } from './pseudonyms.ts';
import { withoutUnknownKeys } from './unknown-keys.ts';

/**
 * Returns the COE with only the parts that the choice lets out: what stays behind is empty, as in a new COE. Every
 * writer takes a COE that went through here, so none can let out more. When several COEs leave together, pass the
 * pseudonyms made from all of them, so that a person has the same one everywhere.
 */
export function chooseParts(coe: Coe, choice: ExportChoice, pseudonyms?: Pseudonyms): Coe {
  const chosen = withChosenSections(coe, choice);
  const parts = choice.unplaced ? chosen : withoutUnplaced(chosen);
  const open = choice.privateFields ? parts : withoutPrivateFields(parts);
  if (choice.names === 'as-written') return open;
  // Keys that this version does not know may name people in ways that cannot be told apart from ids.
  const shown = withoutHiddenWords(withoutSource(withoutUnknownKeys(coeSchema, open)));
  return (pseudonyms ?? pseudonymsFor([coe])).replaceIn(shown);
}

function withChosenSections(coe: Coe, { sections }: ExportChoice): Coe {
  if (SECTION_IDS.every((id) => sections.includes(id))) return coe;
  const empty = sectionsSchema.parse({});
  const kept = Object.fromEntries(SECTION_IDS.map((id) => [id, (sections.includes(id) ? coe.sections : empty)[id]]));
  return { ...coe, sections: sectionsSchema.parse(kept) };
}

function withoutPrivateFields(coe: Coe): Coe {
  const { sections, ...rest } = withoutHiddenWords(withoutSource(withoutUnknownKeys(coeSchema, coe)));
  return {
    ...rest,
    lookAgain: null,
    audiences: {},
    minutesWriting: 0,
    dismissed: { advice: [], similar: [] },
    sections: {
      ...sections,
      context: { ...sections.context, stateThen: null, stateWords: '', confidenceThen: null },
      impact: { ...sections.impact, feelings: [] },
    },
  };
}

const withoutUnplaced = (coe: Coe): Coe => ('unplaced' in coe ? { ...coe, unplaced: '' } : coe);

/** Without the path and the original data of the file that the COE was imported from. */
const withoutSource = (coe: Coe): Coe => ('source' in coe ? { ...coe, source: null } : coe);

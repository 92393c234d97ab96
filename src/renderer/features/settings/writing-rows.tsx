import { DEPTHS } from '#domain/guide/depths.ts';
import { SPELLING_LANGUAGES, type SpellingLanguage } from '#domain/spelling/languages.ts';

import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { AdviceSetting } from './advice-setting.tsx';
import { DictionarySetting } from './dictionary-setting.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';
import styles from './spelling-settings.module.css';

/** How a COE opens, how much it asks, checks and spelling. */
export const WRITING_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'editorView',
    label: 'Opening view',
    help: 'Guided shows one section at a time, Whole shows all of them. Both edit the same COE.',
    words: 'guided whole editor page section',
    field: ({ editorView }, change) => (
      <SegmentedControl
        label="Opening view"
        options={[
          { id: 'guided', label: 'Guided' },
          { id: 'whole', label: 'Whole' },
        ]}
        value={editorView}
        onChange={(id) => change({ editorView: id })}
      />
    ),
  },
  {
    key: 'newCoeDepth',
    label: 'Depth of a new COE',
    help: 'How much of the outline a new COE has. You can change the depth of each COE later.',
    words: 'quick standard full outline',
    field: ({ newCoeDepth }, change) => (
      <Select
        label="Depth of a new COE"
        labelHidden
        options={DEPTHS.map(({ id, label, description }) => ({ id, label, meaning: description }))}
        value={newCoeDepth}
        onChange={(id) => id !== null && change({ newCoeDepth: id })}
      />
    ),
  },
  {
    key: 'showPrompts',
    label: 'Prompts',
    help: 'Questions beside the text. You can show them at any time.',
    words: 'guidance questions help',
    field: ({ showPrompts }, change) => (
      <Checkbox
        label="Show prompts by default"
        isSelected={showPrompts}
        onChange={(on) => change({ showPrompts: on })}
      />
    ),
  },
  {
    key: 'adviceOff',
    label: 'Checks',
    help: 'Advice beside the text. It never stops you.',
    words: 'advice coach blame hindsight wording weak actions ready review',
    field: ({ adviceOff }, change) => <AdviceSetting off={adviceOff} onChange={(off) => change({ adviceOff: off })} />,
  },
  {
    key: 'spellCheck',
    label: 'Spelling',
    help: 'Spelling is checked on this computer, with the dictionaries below. Right-click a marked word for suggestions.',
    words: 'spell check dictionary underline language mistakes typos',
    field: ({ spellCheck }, change) => (
      <Checkbox label="Mark misspelled words" isSelected={spellCheck} onChange={(on) => change({ spellCheck: on })} />
    ),
  },
  {
    key: 'spellLanguages',
    label: 'Spelling languages',
    help: 'Choose every language you write in. A word is correct when any of them has it.',
    words: 'spell check dictionary english spanish french dutch portuguese',
    isWide: true,
    field: ({ spellLanguages }, change) => (
      <div role="group" aria-label="Spelling languages" className={styles.languages}>
        {SPELLING_LANGUAGES.map((id) => (
          <Checkbox
            key={id}
            label={LANGUAGE_NAMES[id]}
            isSelected={spellLanguages.includes(id)}
            onChange={(on) =>
              change({
                spellLanguages: SPELLING_LANGUAGES.filter((each) => (each === id ? on : spellLanguages.includes(each))),
              })
            }
          />
        ))}
      </div>
    ),
  },
  {
    key: 'ownDictionaries',
    label: 'Your dictionaries',
    help: 'For German, Italian and other languages, add a Hunspell dictionary: a file that ends in .aff and one that ends in .dic. The dictionary extensions of LibreOffice contain both. Once copies the files and downloads nothing.',
    words: 'spell check dictionary hunspell aff dic german italian language add import',
    isWide: true,
    hasReset: false,
    field: ({ ownDictionaries }, change) => (
      <DictionarySetting enabled={ownDictionaries} onChange={(ids) => change({ ownDictionaries: ids })} />
    ),
  },
];

const LANGUAGE_NAMES: Record<SpellingLanguage, string> = {
  'en-US': 'English (United States)',
  'en-GB': 'English (United Kingdom)',
  es: 'Spanish',
  fr: 'French',
  nl: 'Dutch',
  pt: 'Portuguese',
};

import { DEPTHS } from '#domain/guide/depths.ts';
import { SPELLING_LANGUAGES, type SpellingLanguage } from '#domain/spelling/languages.ts';

import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { AdviceSetting } from './advice-setting.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';

/** How a COE opens and how much it asks. */
export const WRITING_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'editorView',
    label: 'Opening view',
    help: 'Guided shows one section at a time, whole shows the page. Both write the same COE.',
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
    help: 'How much of the outline it begins with. Each COE can go deeper later.',
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
    help: 'Questions that stand beside the text. They can be asked for at any time.',
    words: 'guidance questions help',
    field: ({ showPrompts }, change) => (
      <Checkbox
        label="Show prompts from the start"
        isSelected={showPrompts}
        onChange={(on) => change({ showPrompts: on })}
      />
    ),
  },
  {
    key: 'adviceOff',
    label: 'Checks',
    help: 'What is pointed at beside the text. It is advice, and never stops you.',
    words: 'advice coach blame hindsight wording weak actions ready review',
    field: ({ adviceOff }, change) => <AdviceSetting off={adviceOff} onChange={(off) => change({ adviceOff: off })} />,
  },
  {
    key: 'spellCheck',
    label: 'Spelling',
    help: 'Checked on this computer, with dictionaries that came with Once. A right click on a marked word offers better ones.',
    words: 'spell check dictionary underline language mistakes typos',
    field: ({ spellCheck }, change) => (
      <Checkbox label="Mark misspelled words" isSelected={spellCheck} onChange={(on) => change({ spellCheck: on })} />
    ),
  },
  {
    key: 'spellLanguages',
    label: 'Languages of the spell check',
    help: 'As many as you write in: a word is right when one of them knows it.',
    words: 'spell check dictionary english spanish french dutch portuguese',
    field: ({ spellLanguages }, change) => (
      <div role="group" aria-label="Languages of the spell check">
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
];

const LANGUAGE_NAMES: Record<SpellingLanguage, string> = {
  'en-US': 'English (United States)',
  'en-GB': 'English (United Kingdom)',
  es: 'Spanish',
  fr: 'French',
  nl: 'Dutch',
  pt: 'Portuguese',
};

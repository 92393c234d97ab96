import { DEPTHS } from '#domain/guide/depths.ts';

import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
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
];

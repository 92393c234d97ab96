import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ProseSizeField } from './prose-size-field.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';

/** How it looks. */
export const APPEARANCE_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'theme',
    label: 'Theme',
    help: 'Light, dark, or as the system is.',
    words: 'colour color night day paper',
    field: ({ theme }, change) => (
      <SegmentedControl
        label="Theme"
        options={[
          { id: 'system', label: 'System' },
          { id: 'light', label: 'Light' },
          { id: 'dark', label: 'Dark' },
        ]}
        value={theme}
        onChange={(id) => change({ theme: id })}
      />
    ),
  },
  {
    key: 'proseSize',
    label: 'Size of your words',
    help: 'The text you write. The rest of the app follows the zoom in the View menu.',
    words: 'font text larger smaller zoom prose',
    field: ({ proseSize }, change) => (
      <ProseSizeField value={proseSize} onChange={(size) => change({ proseSize: size })} />
    ),
  },
  {
    key: 'reduceMotion',
    label: 'Movement',
    help: 'There is little of it. Once also does without when the system asks for that.',
    words: 'reduce motion animation',
    field: ({ reduceMotion }, change) => (
      <Checkbox label="Reduce motion" isSelected={reduceMotion} onChange={(on) => change({ reduceMotion: on })} />
    ),
  },
];

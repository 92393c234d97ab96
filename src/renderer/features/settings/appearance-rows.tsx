import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ProseSizeField } from './prose-size-field.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';

/** Theme, text size and motion. */
export const APPEARANCE_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'theme',
    label: 'Theme',
    help: 'Light, dark, or the same as the system.',
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
    label: 'Text size',
    help: 'The size of the text you write. To scale the whole app, zoom in the View menu.',
    words: 'font text larger smaller zoom prose',
    field: ({ proseSize }, change) => (
      <ProseSizeField value={proseSize} onChange={(size) => change({ proseSize: size })} />
    ),
  },
  {
    key: 'reduceMotion',
    label: 'Motion',
    help: 'Once also reduces motion when the system asks for it.',
    words: 'reduce motion animation',
    field: ({ reduceMotion }, change) => (
      <Checkbox label="Reduce motion" isSelected={reduceMotion} onChange={(on) => change({ reduceMotion: on })} />
    ),
  },
];

import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ProseSizeField } from './prose-size-field.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';

/** Theme, text size, line length, density and motion. */
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
    key: 'lineLength',
    label: 'Line length',
    help: 'How long the lines of your text get when the window has room for them.',
    words: 'width column measure narrow wide',
    field: ({ lineLength }, change) => (
      <SegmentedControl
        label="Line length"
        options={[
          { id: 'short', label: 'Short' },
          { id: 'medium', label: 'Medium' },
          { id: 'long', label: 'Long' },
        ]}
        value={lineLength}
        onChange={(id) => change({ lineLength: id })}
      />
    ),
  },
  {
    key: 'density',
    label: 'Density',
    help: 'Compact fits more rows on the screen. The list of COEs then leaves out the excerpts.',
    words: 'compact comfortable rows lists spacing',
    field: ({ density }, change) => (
      <SegmentedControl
        label="Density"
        options={[
          { id: 'comfortable', label: 'Comfortable' },
          { id: 'compact', label: 'Compact' },
        ]}
        value={density}
        onChange={(id) => change({ density: id })}
      />
    ),
  },
  {
    key: 'reduceMotion',
    label: 'Motion',
    help: 'Once uses little. It also follows the system’s setting.',
    words: 'reduce motion animation',
    field: ({ reduceMotion }, change) => (
      <Checkbox label="Reduce motion" isSelected={reduceMotion} onChange={(on) => change({ reduceMotion: on })} />
    ),
  },
];

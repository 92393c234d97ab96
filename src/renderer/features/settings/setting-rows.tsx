import type { ReactNode } from 'react';

import { COE_ORDERS, type CoeOrder } from '#domain/catalogue/coe-order.ts';
import { DEPTHS } from '#domain/guide/depths.ts';
import type { Settings } from '#ipc/settings.ts';

import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { ProseSizeField } from './prose-size-field.tsx';
import { TextSetting } from './text-setting.tsx';

type Change = (change: Partial<Settings>) => void;

/** One setting: what it is called, what it does, and what changes it. */
export type SettingRowSpec = {
  key: keyof Settings;
  section: (typeof SETTING_SECTIONS)[number];
  label: string;
  help: string;
  field: (settings: Settings, change: Change) => ReactNode;
};

export const SETTING_SECTIONS = ['Appearance', 'Writing', 'General', 'Privacy'] as const;

const ORDER_LABELS: Record<Exclude<CoeOrder, 'best-match'>, string> = {
  'happened-newest': 'Newest first',
  'happened-oldest': 'Oldest first',
  changed: 'Last changed',
  created: 'Last written down',
  title: 'Title',
  severity: 'Gravest first',
};

const zones = (): { id: string; label: string }[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => ({ id: name, label: name }));

/** Every setting, in the order it is shown. */
export const SETTING_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'theme',
    section: 'Appearance',
    label: 'Paper',
    help: 'Light, dark, or as the system is.',
    field: ({ theme }, change) => (
      <SegmentedControl
        label="Paper"
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
    section: 'Appearance',
    label: 'Size of your words',
    help: 'The text you write, in percent.',
    field: ({ proseSize }, change) => (
      <ProseSizeField value={proseSize} onChange={(size) => change({ proseSize: size })} />
    ),
  },
  {
    key: 'reduceMotion',
    section: 'Appearance',
    label: 'Less movement',
    help: 'Nothing slides or fades, whatever the system says.',
    field: ({ reduceMotion }, change) => (
      <Checkbox
        label="Less movement"
        labelHidden
        isSelected={reduceMotion}
        onChange={(on) => change({ reduceMotion: on })}
      />
    ),
  },
  {
    key: 'editorView',
    section: 'Writing',
    label: 'A COE opens as',
    help: 'One section at a time, or the whole page.',
    field: ({ editorView }, change) => (
      <SegmentedControl
        label="A COE opens as"
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
    section: 'Writing',
    label: 'A new COE begins as',
    help: 'How much of the outline it shows. It can be changed in each COE.',
    field: ({ newCoeDepth }, change) => (
      <Select
        label="A new COE begins as"
        labelHidden
        options={DEPTHS.map(({ id, label, description }) => ({ id, label, meaning: description }))}
        value={newCoeDepth}
        onChange={(id) => id !== null && change({ newCoeDepth: id })}
      />
    ),
  },
  {
    key: 'showPrompts',
    section: 'Writing',
    label: 'Questions beside the text',
    help: 'They can be asked for at any time.',
    field: ({ showPrompts }, change) => (
      <Checkbox
        label="Questions beside the text"
        labelHidden
        isSelected={showPrompts}
        onChange={(on) => change({ showPrompts: on })}
      />
    ),
  },
  {
    key: 'authorName',
    section: 'Writing',
    label: 'Written by',
    help: 'Put into new COEs as their author. May stay empty.',
    field: ({ authorName }, change) => (
      <TextSetting label="Written by" value={authorName} onChange={(name) => change({ authorName: name })} />
    ),
  },
  {
    key: 'listOrder',
    section: 'General',
    label: 'Order of the COEs',
    help: 'How the list begins.',
    field: ({ listOrder }, change) => (
      <Select
        label="Order of the COEs"
        labelHidden
        options={COE_ORDERS.filter((id) => id !== 'best-match').map((id) => ({ id, label: ORDER_LABELS[id] }))}
        value={listOrder === 'best-match' ? 'happened-newest' : listOrder}
        onChange={(id) => id !== null && change({ listOrder: id })}
      />
    ),
  },
  {
    key: 'zone',
    section: 'General',
    label: 'Time zone',
    help: 'The clock that times are typed on. Times already written do not move.',
    field: ({ zone }, change) => (
      <Select
        label="Time zone"
        labelHidden
        none="As this computer"
        options={zones()}
        value={zone === '' ? null : zone}
        onChange={(id) => change({ zone: id ?? '' })}
      />
    ),
  },
  {
    key: 'titleInWindow',
    section: 'Privacy',
    label: 'Titles in the window’s title',
    help: 'Others may read them in the taskbar and when you share your screen.',
    field: ({ titleInWindow }, change) => (
      <Checkbox
        label="Titles in the window’s title"
        labelHidden
        isSelected={titleInWindow}
        onChange={(on) => change({ titleInWindow: on })}
      />
    ),
  },
];

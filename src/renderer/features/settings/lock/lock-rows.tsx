import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import type { SettingRowSpec } from '../setting-row-spec.ts';

const MINUTES = ['1', '5', '15', '60', '0'] as const;
type Minutes = (typeof MINUTES)[number];

const LABELS: Record<Minutes, string> = {
  1: 'After 1 minute',
  5: 'After 5 minutes',
  15: 'After 15 minutes',
  60: 'After an hour',
  0: 'Never by itself',
};

/** When an encrypted library locks itself. */
export const LOCK_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'lockAfterMinutes',
    label: 'Lock when I am away',
    help: 'Locks an encrypted library after so long without a key or a click in Once. Everything is saved first.',
    words: 'idle auto lock minutes away',
    field: ({ lockAfterMinutes }, change) => (
      <Select
        label="Lock when I am away"
        labelHidden
        options={MINUTES.map((id) => ({ id, label: LABELS[id] }))}
        value={MINUTES.find((id) => Number(id) === lockAfterMinutes) ?? '15'}
        onChange={(id) => id !== null && change({ lockAfterMinutes: Number(id) })}
      />
    ),
  },
  {
    key: 'lockWithScreen',
    label: 'Lock with the computer',
    help: 'Locks an encrypted library when the computer sleeps or its screen is locked.',
    words: 'sleep suspend screen lock laptop lid',
    field: ({ lockWithScreen }, change) => (
      <Checkbox
        label="Lock together with the screen"
        isSelected={lockWithScreen}
        onChange={(on) => change({ lockWithScreen: on })}
      />
    ),
  },
];

import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import type { SettingRowSpec } from '../setting-row-spec.ts';

const MINUTES = ['1', '5', '15', '60', '0'] as const;
type Minutes = (typeof MINUTES)[number];

const LABELS: Record<Minutes, string> = {
  1: 'After 1 minute',
  5: 'After 5 minutes',
  15: 'After 15 minutes',
  60: 'After 1 hour',
  0: 'Never',
};

/** When an encrypted library locks automatically. */
export const LOCK_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'lockAfterMinutes',
    label: 'Lock when idle',
    help: 'Locks an encrypted library after this time without a key press or a click in Once. Everything is saved first.',
    words: 'idle auto lock minutes away',
    field: ({ lockAfterMinutes }, change) => (
      <Select
        label="Lock when idle"
        labelHidden
        options={MINUTES.map((id) => ({ id, label: LABELS[id] }))}
        value={MINUTES.find((id) => Number(id) === lockAfterMinutes) ?? '15'}
        onChange={(id) => id !== null && change({ lockAfterMinutes: Number(id) })}
      />
    ),
  },
  {
    key: 'lockWithScreen',
    label: 'Lock with the screen',
    help: 'Locks an encrypted library when the computer sleeps or its screen is locked.',
    words: 'sleep suspend screen lock laptop lid',
    field: ({ lockWithScreen }, change) => (
      <Checkbox
        label="Lock when the screen locks"
        isSelected={lockWithScreen}
        onChange={(on) => change({ lockWithScreen: on })}
      />
    ),
  },
];

import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';

import { formatNumber } from '#domain/text/format.ts';

import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Popover } from '../../../ui/popover.tsx';

import type { ChoiceList } from './filter-choices.ts';
import styles from './filter.module.css';

type FilterMenuProps = {
  offered: ChoiceList;
  chosen: readonly (string | number)[];
  onChange: (chosen: (string | number)[]) => void;
};

const MAX_CHOICES = 100;

/** One list of the filter: a button with the current choice, and a popover with checkboxes. */
export function FilterMenu({ offered, chosen, onChange }: FilterMenuProps) {
  const { label, choices } = offered;
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  const said =
    names.length === 0 ? label : `${label}: ${names[0] ?? ''}${names.length > 1 ? ` +${names.length - 1}` : ''}`;
  return (
    <Popover
      label={label}
      trigger={
        <AriaButton className={`${styles.trigger} ${chosen.length > 0 ? styles.chosen : ''}`}>
          <span>{said}</span>
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
      }
    >
      <div role="group" aria-label={label} className={styles.choices}>
        {choices.slice(0, MAX_CHOICES).map(({ value, label: name, count }) => (
          <Checkbox
            key={value}
            label={`${name} (${formatNumber(count)})`}
            isSelected={chosen.includes(value)}
            onChange={(isOn) =>
              onChange(
                choices.map((choice) => choice.value).filter((id) => (id === value ? isOn : chosen.includes(id))),
              )
            }
          />
        ))}
      </div>
      {choices.length === 0 && <p className={styles.none}>None yet.</p>}
      {chosen.length > 0 && (
        <Button look="plain" onPress={() => onChange([])}>
          Any {label.toLowerCase()}
        </Button>
      )}
    </Popover>
  );
}

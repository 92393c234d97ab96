import { ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import {
  Button,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Text,
  Virtualizer,
} from 'react-aria-components';

import { useUnknownZone, useZone } from '../../platform/today.ts';
import { unknownZoneSentence } from '../../ui/zone-label.ts';

import { computerZoneLabel, zoneChoices } from './zone-choices.ts';
import styles from './zone-field.module.css';

type ZoneFieldProps = { label: string; value: string; onChange: (zone: string) => void };

const LAYOUT = { rowHeight: 32 };

/** Chooses a zone by typing part of its name. Says which zone is used when the chosen one is unknown. */
export function ZoneField({ label, value, onChange }: ZoneFieldProps) {
  const used = useZone();
  const unknown = useUnknownZone();
  const choices = useMemo(() => zoneChoices(value), [value]);
  return (
    <ComboBox
      aria-label={label}
      defaultItems={choices}
      value={value === '' ? 'computer' : value}
      onChange={(id) => id !== null && onChange(id === 'computer' ? '' : String(id))}
      menuTrigger="focus"
      className={styles.field ?? ''}
    >
      <Input className={styles.input ?? ''} placeholder={computerZoneLabel()} spellCheck={false} />
      <Button className={styles.button ?? ''}>
        <ChevronDown size={14} aria-hidden />
      </Button>
      {unknown !== null && (
        <Text slot="description" className={styles.note ?? ''}>
          {unknownZoneSentence(unknown, used)}
        </Text>
      )}
      <Popover className={styles.popover ?? ''} offset={4}>
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <ListBox<{ id: string; label: string }> className={styles.list ?? ''}>
            {(choice) => (
              <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item ?? ''}>
                {choice.label}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}

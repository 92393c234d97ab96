import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';

import styles from './select.module.css';

/** One option; `meaning` is a sentence below its label. */
export type SelectOption<Id extends string> = { id: Id; label: string; meaning?: string | undefined };

type SelectProps<Id extends string> = {
  label: string;
  labelHidden?: boolean;
  options: readonly SelectOption<Id>[];
  value: Id | null;
  onChange: (id: Id | null) => void;
  /** The label for no choice, and the option that clears it. Without it, a choice cannot be cleared. */
  none?: string;
  isDisabled?: boolean;
};

const NONE = '(none)';

/** One choice of many, each with an optional description. */
export function Select<Id extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onChange,
  none,
  isDisabled = false,
}: SelectProps<Id>) {
  const rows = none === undefined ? options : [{ id: NONE, label: none, meaning: undefined }, ...options];
  return (
    <AriaSelect
      {...(labelHidden ? { 'aria-label': label } : {})}
      className={styles.field ?? ''}
      isDisabled={isDisabled}
      placeholder={none ?? label}
      value={value ?? null}
      onChange={(key) => onChange(key === NONE || key === null ? null : (key as Id))}
    >
      {!labelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''}>
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={rows}>
          {(row) => (
            <ListBoxItem id={row.id} textValue={row.label} className={styles.item ?? ''}>
              <Text slot="label">{row.label}</Text>
              {row.meaning !== undefined && (
                <Text slot="description" className={styles.meaning ?? ''}>
                  {row.meaning}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

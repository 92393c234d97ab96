import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';

import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { FacetChoice } from './facet-choices.ts';
import styles from './filter-bar.module.css';

type FacetFilterProps = {
  label: string;
  choices: readonly FacetChoice[];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
};

/** With more choices than this there is a search field. */
const MANY = 12;

/** One filter: its values, each with the number of COEs that have it. */
export const FacetFilter = ({ label, choices, chosen, onChange }: FacetFilterProps) => (
  <Popover
    label={label}
    trigger={
      <Button
        look="quiet"
        aria-label={
          chosen.length === 0
            ? `Filter by ${label.toLowerCase()}`
            : `Filter by ${label.toLowerCase()}: ${chosen.length} on`
        }
      >
        {label}
        {chosen.length > 0 && <span className={styles.on}>{chosen.length}</span>}
        <ChevronDown size={13} aria-hidden />
      </Button>
    }
  >
    <Choices label={label} choices={choices} chosen={chosen} onChange={onChange} />
  </Popover>
);

function Choices({ label, choices, chosen, onChange }: FacetFilterProps) {
  const [text, setText] = useState('');
  const isSearched = choices.length > MANY;
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(text.trim().toLowerCase()));
  if (choices.length === 0) return <p>None of your COEs has one yet.</p>;
  return (
    <>
      {isSearched && <SearchField label={`Find a ${label.toLowerCase()}`} value={text} onChange={setText} autoFocus />}
      <ListBox
        aria-label={label}
        autoFocus={isSearched ? false : chosen.length > 0 || 'first'}
        selectionMode="multiple"
        // Escape closes the popover; it must not also clear the selection.
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={(keys) => onChange(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String))}
        className={styles.choices ?? ''}
        items={shown}
      >
        {(choice) => (
          <ListBoxItem id={choice.id} textValue={choice.label} className={styles.choice ?? ''}>
            <Check size={14} aria-hidden />
            <Text slot="label">{choice.label}</Text>
            {choice.count !== null && <small>{choice.count}</small>}
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
}

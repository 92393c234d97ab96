import { Search, X } from 'lucide-react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';

import styles from './search-field.module.css';

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  id?: string;
  autoFocus?: boolean;
  onKeyDown?: (event: React.KeyboardEvent) => void;
  /** The list of suggestions below the field, and the active one of them; null while there are none. */
  suggestions?: { readonly listId: string; readonly activeId: string | undefined } | null;
};

/** A search box. Escape clears it. */
export const SearchField = ({
  label,
  value,
  onChange,
  placeholder,
  id,
  autoFocus,
  onKeyDown,
  suggestions = null,
}: SearchFieldProps) => (
  <AriaSearchField aria-label={label} value={value} onChange={onChange} className={styles.field ?? ''}>
    <Search size={15} aria-hidden className={styles.icon} />
    <Input
      className={styles.input ?? ''}
      placeholder={placeholder}
      id={id}
      autoFocus={autoFocus}
      onKeyDown={onKeyDown}
      spellCheck={false}
      aria-autocomplete={suggestions === null ? undefined : 'list'}
      aria-controls={suggestions?.listId}
      aria-activedescendant={suggestions?.activeId}
    />
    <Button className={styles.clear ?? ''} aria-label="Clear the search">
      <X size={14} aria-hidden />
    </Button>
  </AriaSearchField>
);

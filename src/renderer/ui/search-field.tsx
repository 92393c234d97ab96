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
};

/** A search box. Escape clears it. */
export const SearchField = ({ label, value, onChange, placeholder, id, autoFocus, onKeyDown }: SearchFieldProps) => (
  <AriaSearchField aria-label={label} value={value} onChange={onChange} className={styles.field ?? ''}>
    <Search size={15} aria-hidden className={styles.icon} />
    <Input
      className={styles.input ?? ''}
      placeholder={placeholder}
      id={id}
      autoFocus={autoFocus}
      onKeyDown={onKeyDown}
      spellCheck={false}
    />
    <Button className={styles.clear ?? ''} aria-label="Clear the search">
      <X size={14} aria-hidden />
    </Button>
  </AriaSearchField>
);

import { Select } from '../../../ui/select.tsx';

type ValueFieldProps = {
  values: readonly { id: string; label: string; meaning: string }[];
  value: string;
  onChange: (value: string) => void;
};

/** What this brushed against that matters to the writer. A word of their own, from a file, stands beside the four. */
export function ValueField({ values, value, onChange }: ValueFieldProps) {
  const isOwn = value !== '' && !values.some(({ id }) => id === value);
  const options = isOwn ? [...values, { id: value, label: value, meaning: 'Your own word.' }] : values;
  return (
    <Select
      label="What that matters to you did it brush against?"
      none="Not answered yet"
      options={options}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

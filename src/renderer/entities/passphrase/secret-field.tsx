import { useState } from 'react';

import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';

type SecretFieldProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  autoFocus?: boolean;
  isShown?: boolean;
  note?: string | undefined;
  noteIsProblem?: boolean;
  onKeyDown?: TextFieldProps['onKeyDown'];
};

/** A field for a passphrase, without autocomplete or spelling correction. */
export const SecretField = ({ isShown = false, ...props }: SecretFieldProps) => (
  <TextField {...props} type={isShown ? 'text' : 'password'} autoComplete="off" spellCheck="false" maxLength={1000} />
);

/** A checkbox to show what is typed, and its state. */
export function useShown(): { isShown: boolean; box: React.ReactNode } {
  const [isShown, setIsShown] = useState(false);
  return { isShown, box: <Checkbox label="Show what I type" isSelected={isShown} onChange={setIsShown} /> };
}

import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import { TextField } from '../../ui/text-field.tsx';

type TextSettingProps = {
  label: string;
  /** Shows the label, for a setting with several fields. */
  labelShown?: boolean;
  value: string;
  onChange: (text: string) => void;
};

const PAUSE_MS = 400;

/** A text setting. It is saved when typing pauses, and at the latest when the field loses the focus. */
export function TextSetting({ label, labelShown = false, value, onChange }: TextSettingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = useRef(() => {});
  useLayoutEffect(() => {
    commit.current = () => {
      if (typed !== null && typed.trim() !== value) onChange(typed.trim());
    };
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => commit.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => commit.current(), []);
  return (
    <TextField
      label={label}
      labelHidden={!labelShown}
      maxLength={200}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => {
        commit.current();
        setTyped(null);
      }}
    />
  );
}

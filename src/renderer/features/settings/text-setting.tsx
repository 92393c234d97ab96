import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import { TextField } from '../../ui/text-field.tsx';

type TextSettingProps = { label: string; value: string; onChange: (text: string) => void };

const RESTS_MS = 400;

/** A setting that is typed. It holds as soon as typing rests, and at the latest when the field is left. */
export function TextSetting({ label, value, onChange }: TextSettingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = useRef(() => {});
  useLayoutEffect(() => {
    commit.current = () => {
      if (typed !== null && typed.trim() !== value) onChange(typed.trim());
    };
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => commit.current(), RESTS_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => commit.current(), []);
  return (
    <TextField
      label={label}
      labelHidden
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

import { type ComponentProps, useEffect, useLayoutEffect, useRef, useState } from 'react';

import { hasLongWord } from './long-word.ts';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'ref' | 'value' | 'defaultValue' | 'children' | 'onChange'> & {
  value: string;
  onChange: (value: string) => void;
};

/** The pause in typing after which the field's default value follows, in milliseconds. */
const PAUSE_MS = 500;

/**
 * A field of several lines that shows `value`. With React's own `value`, each letter is written into the page a second
 * time, as the field's default value, and the browser computes its style and layout once more. Here that waits for a
 * pause in typing.
 */
export function TextArea({ value, placeholder, onChange, ...props }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef(value);
  const [followed, follow] = useState(value);
  const show = (): void => {
    if (area.current !== null && area.current.value !== wanted.current) area.current.value = wanted.current;
  };
  useLayoutEffect(() => {
    wanted.current = value;
    show();
  });
  useEffect(() => {
    if (followed === value) return undefined;
    const timer = setTimeout(() => follow(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [followed, value]);
  return (
    <textarea
      dir="auto"
      {...props}
      ref={area}
      defaultValue={followed}
      data-long-word={hasLongWord(value) ? '' : undefined}
      // The browser looks after it at each letter, also when it is not shown.
      placeholder={value === '' ? placeholder : undefined}
      onChange={(event) => {
        onChange(event.target.value);
        // What was not taken, or not as it was typed, is shown as it is now.
        queueMicrotask(show);
      }}
    />
  );
}

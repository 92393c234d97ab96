import type { LucideIcon } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from 'react-aria-components';
import { Hint } from '../../ui/hint.tsx';
import styles from './prose-toolbar.module.css';

type ToolButtonProps = {
  icon: LucideIcon;
  label: string;
  shortcut?: string;
  /** Shown beside the icon, where pictures alone would look alike. */
  words?: string;
  /** Undefined for actions that cannot be "on". */
  pressed?: boolean;
  onPress(): void;
};

/** A toolbar button: an icon with its name and shortcut in a tooltip. Pressing it keeps the focus in the text. */
export function ToolButton({ icon: Icon, label, shortcut, words, pressed, onPress }: ToolButtonProps): JSX.Element {
  return (
    <Hint text={label} shortcut={shortcut} isName>
      <Button
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        preventFocusOnPress
        onPress={onPress}
        className={`${styles.tool} ${words === undefined ? '' : styles.worded}`}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {words}
      </Button>
    </Hint>
  );
}

import { ADVICE_RULES } from '#domain/advice/advice-rules.ts';
import type { Settings } from '#ipc/settings.ts';

import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './advice-setting.module.css';

type AdviceSettingProps = { off: Settings['adviceOff']; onChange: (off: Settings['adviceOff']) => void };

/** Turns each check on or off. */
export function AdviceSetting({ off, onChange }: AdviceSettingProps) {
  return (
    <details className={styles.rules}>
      <summary>
        {off.length === 0 ? 'All on' : `${ADVICE_RULES.length - off.length} of ${ADVICE_RULES.length} on`}
      </summary>
      <ul>
        {ADVICE_RULES.map(({ id, name, why }) => (
          <li key={id}>
            <Checkbox
              label={name}
              isSelected={!off.includes(id)}
              onChange={(on) => onChange(on ? off.filter((each) => each !== id) : [...off, id])}
            />
            <p>{why}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

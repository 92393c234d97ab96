import { useIpcQuery } from '../../platform/queries.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './capture-setting.module.css';

/** Turns the tray icon on, and says when the system has no place for it. */
export function TraySetting({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const access = useIpcQuery('capture:access', {}).data;
  return (
    <div className={styles.setting}>
      <Checkbox label="Show an icon in the tray" isSelected={isOn} onChange={onChange} />
      <p role="status" className={styles.message}>
        {isOn && access?.tray === 'unavailable' && 'This system has no tray, so there is no icon.'}
      </p>
    </div>
  );
}

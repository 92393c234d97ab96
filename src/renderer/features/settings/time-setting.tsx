import styles from './time-setting.module.css';

type TimeSettingProps = { label: string; value: string; onChange: (value: string) => void };

/** A time of day, `HH:MM`, in the browser's own field. An empty field changes nothing. */
export const TimeSetting = ({ label, value, onChange }: TimeSettingProps) => (
  <input
    type="time"
    aria-label={label}
    className={styles.time}
    value={value}
    onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
  />
);

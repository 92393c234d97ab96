import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';

import styles from './today.module.css';

/** Offers the daily reminder once. It stays off unless the person accepts, and can be changed in the settings. */
export function OfferReminders() {
  const { reminders, remindersOffered } = useSettings();
  if (remindersOffered || reminders) return null;
  const answer = (isOn: boolean): void => void changeSettings({ reminders: isOn, remindersOffered: true });
  return (
    <section aria-label="Reminders" className={styles.offer}>
      <p>
        Remind you once a day when something is due? The reminder shows numbers, never titles. You can change this in
        Settings.
      </p>
      <div>
        <Button onPress={() => answer(true)}>Remind me once a day</Button>
        <Button look="plain" onPress={() => answer(false)}>
          No, thank you
        </Button>
      </div>
    </section>
  );
}

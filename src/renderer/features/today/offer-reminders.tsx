import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';

import styles from './today.module.css';

/** Offers the daily reminder, once. It is off until someone says yes, and can be changed in the settings. */
export function OfferReminders() {
  const { reminders, remindersOffered } = useSettings();
  if (remindersOffered || reminders) return null;
  const answer = (isOn: boolean): void => void changeSettings({ reminders: isOn, remindersOffered: true });
  return (
    <section aria-label="Reminders" className={styles.offer}>
      <p>
        Shall this computer tell you once a day when something is due? It names numbers and no titles, and it can be
        changed in the settings.
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

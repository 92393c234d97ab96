import { Fragment } from 'react';

import { CompareWords } from '../../entities/cards/compare-words.tsx';
import { OwnCardFields } from '../../entities/cards/own-card-fields.tsx';
import { invoke } from '../../platform/bridge.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { PeopleBackup } from './people-backup.tsx';
import styles from './people.module.css';

/** The own card, to send to others, and the cards of others. */
export function Cards() {
  const own = useIpcQuery('sharing:own-card', {});
  const contacts = useIpcQuery('sharing:contacts', {});
  const readAgain = (): void => {
    void own.refetch();
    void contacts.refetch();
  };
  const remove = async (key: string): Promise<void> => {
    const removed = await invoke('sharing:remove-contact', { key });
    if (removed.ok) readAgain();
    else showFailure(removed.error);
  };
  if (own.data === undefined) return null;
  return (
    <section aria-labelledby="cards" className={styles.cards}>
      <h2 id="cards">Cards</h2>
      <p>
        Exchange cards with everybody you share with: send yours, and open theirs here. What is shared between you is
        then encrypted, so that only the two of you can open it.
      </p>
      <OwnCardFields own={own.data} onChange={readAgain} />
      {contacts.data?.map((contact) => (
        <Fragment key={contact.key}>
          <h3>{contact.name}</h3>
          <CompareWords reader={contact} own={own.data ?? null} onChange={readAgain} />
          <Button onPress={() => void remove(contact.key)} aria-label={`Remove the card of ${contact.name}`}>
            Remove the card
          </Button>
        </Fragment>
      ))}
      <PeopleBackup onRestored={readAgain} />
    </section>
  );
}

import type { CardInfo, ContactInfo, OwnCard } from '#ipc/sharing.ts';

import { invoke } from '../../platform/bridge.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { CardLetters } from './card-letters.tsx';
import styles from './cards.module.css';

/** The words that two people read to each other, so that nobody in between can swap a card. */
export function CompareWords({
  reader,
  own,
  onChange,
}: {
  reader: ContactInfo;
  own: OwnCard | null;
  onChange: () => void;
}) {
  const setCompared = async (hasCompared: boolean): Promise<void> => {
    const set = await invoke('sharing:set-compared', { key: reader.key, hasCompared });
    if (set.ok) onChange();
    else showFailure(set.error);
  };
  return (
    <div className={styles.words}>
      <Words of={`${reader.name}’s card`} card={reader} />
      {own !== null && <Words of="Your card" card={own} />}
      <Checkbox
        label="We read the words to each other, and they match"
        isSelected={reader.hasCompared}
        onChange={(hasCompared) => void setCompared(hasCompared)}
      />
    </div>
  );
}

const Words = ({ of, card }: { of: string; card: CardInfo }) => (
  <div>
    <p>{of}</p>
    <CardLetters words={card.words} label={of} />
  </div>
);

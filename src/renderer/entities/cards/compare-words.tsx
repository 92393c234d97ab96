import type { CardInfo, ContactInfo, OwnCard } from '#ipc/sharing.ts';

import { invoke } from '../../platform/bridge.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { CardLetters } from './card-letters.tsx';
import styles from './cards.module.css';

/** The letters that two people read to each other, so that nobody in between can swap a card. Folded once they did. */
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
  const cards = (
    <>
      <Words of={`${reader.name}’s card`} card={reader} />
      {own !== null && <Words of="Your card" card={own} />}
    </>
  );
  return (
    <div className={styles.words}>
      {reader.hasCompared ? (
        <details>
          <summary>The letters of both cards</summary>
          {cards}
        </details>
      ) : (
        <>
          <p>
            Call {reader.name} or meet, and read the letters of both cards to each other. If they match, nobody swapped
            a card on the way.
          </p>
          {cards}
        </>
      )}
      <Checkbox
        label="We read the letters to each other, and they match"
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

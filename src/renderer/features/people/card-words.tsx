import { CardLetters } from '../../entities/cards/card-letters.tsx';

/** The groups of letters of a card, to read to each other. */
export const CardWords = ({ name, words }: { name: string; words: readonly string[] }) => (
  <>
    <p>
      To be sure that the card is really from {name}, call each other or meet, and read these letters aloud. {name} sees
      the same ones on their own card. If they differ, somebody swapped the card: do not use it, and ask for it again.
    </p>
    <CardLetters words={words} label="Letters of the card" />
  </>
);

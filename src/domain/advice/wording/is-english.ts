const listed = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Common words of English that are no common words of German, Dutch, French, Spanish, Italian or a Nordic language. */
const ENGLISH = listed(
  `the and that this these those with from about because when while before after than then there where were been being
   did didn not never always just only could should would might must shall my mine our ours his her hers they their them
   she he him us you your yours what which who whose why how nobody somebody someone everyone everybody anyone anybody
   myself himself herself themselves ourselves yourself again out up by into through without enough more most less little
   such other another any every each some many much few both too very still even yet ever once now today yesterday
   know knew known think thought said say says see seen saw make made get got give gave go went come came take took
   like one thing things something anything nothing everything people time day week year night morning work way
   don doesn isn wasn wouldn couldn shouldn haven hasn hadn have has does doing done`,
);
/** Common words that other languages have, too. */
const SHARED = listed('i a an am is was are be in on of to at as or but if it me we no all so had will can do for its');

/** What hardly any sentence of another language has: one is enough. */
const CERTAIN =
  /\b(?:the|and|with|this|that|they|their|would|could|should|because|nobody|everyone|i (?:am|was|had|did|do)|i[’'](?:m|ve|d|ll)|\w+n[’']t)\b/i;

/** In words, the least that is judged. */
const SHORTEST = 4;
const MIN_ENGLISH = 2;
const MIN_SHARE = 0.25;

/** Whether a word in small letters, without an apostrophe, is one of the commonest of English. */
export const isCommonEnglish = (word: string): boolean => ENGLISH.has(word) || SHARED.has(word);

/** Whether a sentence reads as English, told by its common words. The sentence encoder knows no other language. */
export function isEnglish(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word));
  const shared = words.filter((word) => SHARED.has(word)).length;
  return (
    words.length >= SHORTEST &&
    (CERTAIN.test(sentence) || new Set(english).size >= MIN_ENGLISH) &&
    english.length + shared >= words.length * MIN_SHARE
  );
}

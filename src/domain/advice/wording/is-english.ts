/** Short words that most English sentences have, without those that are words of German, Dutch, French or Spanish, too. */
const COMMON = new Set(
  (
    'the and of to that this these those with from for by at into about because when while after before than then there ' +
    'is are were been being be have has had does did do not never always just only even could would should might must ' +
    'will can i my me myself we our us you your he his him she her they their them it its who what which why how ' +
    'nobody somebody someone everyone everybody anyone no all again out up but or if so as on a an'
  ).split(' '),
);

/** In other languages at most one word in six is among them. */
const MIN_SHARE = 0.25;

/** Whether a sentence reads as English, told by its short words. The sentence encoder knows no other language. */
export function isEnglish(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => COMMON.has(word)).length >= words.length * MIN_SHARE;
}

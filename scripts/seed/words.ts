import type { Random } from './random.ts';

/** Common words, the most frequent first. */
const COMMON =
  `the to of and a in was it that for on with we not at had by from as but were they when so no one all would there been
   have after before our which out up who had first then did only more than could time because into over again next still
   about his her my me you what how day week hour minute morning evening night team service release change alert queue
   database deploy config customer order payment page calendar reminder meeting train school manager review feedback plan
   list note message call email phone ticket test check script backup server cluster network cache timeout retry rollback
   log graph dashboard pager handover rota shift owner deadline estimate scope design document draft report invoice refund
   contract budget interview offer project sprint demo launch trip flight passport key door car bus platform graduation
   birthday dinner doctor appointment medicine sleep tired hurry noise quiet late early missed forgot noticed thought
   assumed expected asked told wrote read sent saw heard knew looked opened closed started stopped failed worked broke
   fixed restored lost found moved copied renamed removed added merged waited ran turned left arrived called agreed
   promised decided wanted needed should might nobody somebody everyone nothing something always never often twice`
    .split(/\s+/)
    .filter((word) => word !== '');

const SYLLABLES =
  `ra ne lo mi ta ko ver san tel dor bri ga lan fe mar ul tis pre con der ing ist al or en um ber cal fin gro hem jus
   kel lum nor pol qua rin sol tur vex wen yor zan ché ñor öl`.split(/\s+/);

/** A vocabulary of `size` words: the common ones, then made-up ones, which stand for the names in real postmortems. */
export function createVocabulary(random: Random, size = 20_000): readonly string[] {
  const words = [...new Set(COMMON)];
  const known = new Set(words);
  while (words.length < size) {
    const syllables = Array.from({ length: random.between(2, 4) }, () => random.pick(SYLLABLES));
    const word = random.chance(0.1) ? `${syllables.join('')}-${random.between(1, 99)}` : syllables.join('');
    if (known.has(word)) continue;
    known.add(word);
    words.push(word);
  }
  return words;
}

/** Generates text in which the n-th word of the vocabulary has a frequency of about 1/n (Zipf’s law). */
export function createWriter(random: Random, vocabulary: readonly string[]) {
  const rare = Math.log(vocabulary.length + 1);
  const word = (): string => vocabulary[Math.floor(Math.exp(random.next() * rare)) - 1] ?? 'the';
  const words = (least: number, most: number): string =>
    Array.from({ length: random.between(least, most) }, word).join(' ');
  const sentence = (least = 6, most = 16): string => {
    const text = words(least, most);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random.chance(0.1) ? `, ${random.between(2, 240)} times` : ''}.`;
  };
  const prose = (least: number, most: number): string =>
    Array.from({ length: random.between(least, most) }, () =>
      Array.from({ length: random.between(2, 4) }, () => sentence()).join(' '),
    ).join('\n\n');
  return { words, sentence, prose };
}

export type Writer = ReturnType<typeof createWriter>;

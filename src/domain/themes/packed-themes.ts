import { KIND_IDS } from '../coe/vocabulary.ts';
import { type Steps, visitEach } from '../steps.ts';
import type { CountedThemes, DurationDot, DurationSet, ThemesCoe, ThemesData } from './themes-data.ts';

/** Several texts as one string, with the length of each. */
type PackedTexts = { text: string; lengths: Uint32Array };

/** A value with every list of numbers as an array of bytes. */
type Packed<Value> = Value extends number[]
  ? Uint32Array
  : Value extends string | number | null
    ? Value
    : { [Key in keyof Value]: Packed<Value[Key]> };

type PackedDots = { coes: Uint32Array; minutes: Float64Array; exact: Uint8Array };

/**
 * Everything the Themes screen shows, in a few long strings and arrays of numbers. They are copied to the page as bytes;
 * tens of thousands of small objects are copied one by one, which takes longer than counting them.
 */
export type PackedThemes = Packed<Omit<ThemesData, 'coes' | 'durations'>> & {
  coes: { ids: PackedTexts; titles: PackedTexts; happened: PackedTexts; kinds: Uint8Array };
  durations: (Packed<Omit<DurationSet, 'dots'>> & { dots: PackedDots })[];
};

/** Packs what `themesOf` computed. */
export function* packThemes({ coes, durations, ...rest }: CountedThemes): Steps<PackedThemes> {
  const texts = {
    ids: yield* packTexts(coes, ({ id }) => id),
    titles: yield* packTexts(coes, ({ title }) => title),
    happened: yield* packTexts(coes, ({ happened }) => happened),
  };
  const kinds = new Uint8Array(coes.length);
  yield* visitEach(coes, ({ kind }, coe) => (kinds[coe] = KIND_IDS.indexOf(kind)));
  const sets: PackedThemes['durations'] = [];
  for (const { dots, ...set } of durations) {
    sets.push({ ...packNumbers(set), dots: yield* packDots(dots) });
  }
  return { ...packNumbers(rest), coes: { ...texts, kinds }, durations: sets };
}

/** What was packed. */
export function unpackThemes({ coes, durations, ...rest }: PackedThemes): ThemesData {
  const idAt = textsOf(coes.ids);
  const titleAt = textsOf(coes.titles);
  const happenedAt = textsOf(coes.happened);
  const { length } = coes.kinds;
  return {
    ...unpackNumbers<Omit<ThemesData, 'coes' | 'durations'>>(rest),
    coes: {
      length,
      at: (coe) =>
        coe < 0 || coe >= length
          ? undefined
          : {
              id: idAt(coe),
              title: titleAt(coe),
              kind: KIND_IDS[coes.kinds[coe] ?? 0] ?? KIND_IDS[0],
              happened: happenedAt(coe),
            },
    },
    durations: durations.map(({ dots, ...set }) => ({
      ...unpackNumbers<Omit<DurationSet, 'dots'>>(set),
      dots: unpackDots(dots),
    })),
  };
}

function* packTexts(coes: readonly ThemesCoe[], textOf: (coe: ThemesCoe) => string): Steps<PackedTexts> {
  const lengths = new Uint32Array(coes.length);
  let text = '';
  yield* visitEach(coes, (coe, place) => {
    const one = textOf(coe);
    lengths[place] = one.length;
    text += one;
  });
  return { text, lengths };
}

/** Reads one of the texts. */
function textsOf({ text, lengths }: PackedTexts): (place: number) => string {
  const ends = new Uint32Array(lengths.length);
  let end = 0;
  lengths.forEach((length, place) => (ends[place] = end += length));
  return (place) => text.slice((ends[place] ?? 0) - (lengths[place] ?? 0), ends[place]);
}

function* packDots(dots: readonly DurationDot[]): Steps<PackedDots> {
  const coes = new Uint32Array(dots.length);
  const minutes = new Float64Array(dots.length);
  const exact = new Uint8Array(dots.length);
  yield* visitEach(dots, (dot, place) => {
    coes[place] = dot.coe;
    minutes[place] = dot.minutes;
    exact[place] = Number(dot.exact);
  });
  return { coes, minutes, exact };
}

const unpackDots = ({ coes, minutes, exact }: PackedDots): DurationDot[] =>
  Array.from(coes, (coe, dot) => ({ coe, minutes: minutes[dot] ?? 0, exact: exact[dot] === 1 }));

/** Replaces each list of numbers in a value. An empty list is one of numbers as well as of anything else, and stays. */
const packNumbers = <Value>(value: Value): Packed<Value> =>
  replaceIn(value, (each) =>
    Array.isArray(each) && typeof each[0] === 'number' ? Uint32Array.from(each as number[]) : undefined,
  ) as Packed<Value>;

const unpackNumbers = <Value>(value: Packed<Value>): Value =>
  replaceIn(value, (each) => (each instanceof Uint32Array ? [...each] : undefined)) as Value;

/** A copy of a plain value in which `replacement` has replaced what it does not return undefined for. */
function replaceIn(value: unknown, replacement: (value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const replaced = replacement(value);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((each) => replaceIn(each, replacement));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceIn(each, replacement)]));
}

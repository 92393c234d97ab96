import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { quantity } from '#domain/text/format.ts';
import type { DurationDot, DurationSet, ThemesData } from '#domain/themes/themes-data.ts';

import { durationWords } from '../words/duration-words.ts';
import type { DotMark } from './durations-spec.ts';

/** A row with more dots is drawn in bundles, so that ten thousand COEs stay legible and fast. */
const MAX_SINGLE_DOTS = 80;
/** Resolution for overlapping dots on the log scale, in steps per factor of ten. */
const SINGLE_STEPS = 14;
/** Resolution for bundles on the log scale, in steps per factor of ten. */
export const BUNDLE_STEPS = 3;

/** Whether a kind has too many dots to draw each one. */
export const isBundled = (set: DurationSet): boolean => set.dots.length > MAX_SINGLE_DOTS;

/** The dots of one kind as marks: single ones, stacked where they overlap, or bundles with a count. */
export function bundleDots(set: DurationSet, row: number, data: ThemesData): DotMark[] {
  if (isBundled(set)) return binsOf(set, BUNDLE_STEPS).map((dots, index) => bundleMark(dots, set, row, index));
  return binsOf(set, SINGLE_STEPS).flatMap((dots) => dots.map((dot, index) => dotMark(dot, row, liftOf(index), data)));
}

function binsOf(set: DurationSet, stepsPerTenfold: number): DurationDot[][] {
  const bins = new Map<number, DurationDot[]>();
  for (const dot of set.dots.toSorted((first, second) => first.minutes - second.minutes)) {
    const bin = Math.round(Math.log10(Math.max(dot.minutes, 1)) * stepsPerTenfold);
    const dots = bins.get(bin) ?? [];
    dots.push(dot);
    bins.set(bin, dots);
  }
  return [...bins.values()];
}

/** 0, 1, -1, 2, -2, …: alternately above and below the middle. */
const liftOf = (index: number): number => (index % 2 === 0 ? -index / 2 : (index + 1) / 2) || 0;

function dotMark(dot: DurationDot, row: number, lift: number, data: ThemesData): DotMark {
  const title = data.coes.at(dot.coe)?.title.trim() || 'Untitled';
  const length = `${dot.exact ? '' : 'about '}${durationWords(dot.minutes)}`;
  return {
    key: `${row}/${dot.coe}`,
    name: title,
    count: 1,
    said: `${title}: ${length}`,
    coes: [dot.coe],
    row,
    minutes: dot.minutes,
    lift,
  };
}

function bundleMark(dots: readonly DurationDot[], set: DurationSet, row: number, index: number): DotMark {
  const shortest = durationWords(dots[0]?.minutes ?? 0);
  const longest = durationWords(dots.at(-1)?.minutes ?? 0);
  const range = shortest === longest ? shortest : `${shortest} to ${longest}`;
  return {
    key: `${row}/bundle-${index}`,
    name: range,
    count: dots.length,
    said: `${COE_KIND_LABELS[set.kind]}, ${range}: ${quantity(dots.length, 'COE')}`,
    coes: dots.map(({ coe }) => coe),
    row,
    // Centred in its step, so that bundles do not overlap.
    minutes: 10 ** (Math.round(Math.log10(Math.max(dots[0]?.minutes ?? 1, 1)) * BUNDLE_STEPS) / BUNDLE_STEPS),
    lift: 0,
  };
}

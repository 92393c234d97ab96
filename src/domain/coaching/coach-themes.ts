import type { Coe } from '../coe/coe.ts';
import { type ConditionId, CONDITION_IDS } from '../coe/vocabulary.ts';
import { ACTION_STRENGTHS } from '../guide/action-strengths.ts';
import { CONDITIONS } from '../guide/conditions.ts';
import { SIGNALS } from '../guide/detection.ts';
import { TRIGGERS } from '../guide/triggers.ts';

/** Fewer people than this have no themes at all. */
export const LEAST_PEOPLE = 5;
/** A theme that fewer people share is hidden. */
const LEAST_PEOPLE_IN_CELL = 3;

/** A theme that at least three people share. How many is not said: numbers would let somebody find a hidden theme. */
export type CoachTheme = { readonly id: string; readonly label: string };

/**
 * The themes over what people shared with a coach. `isCut` says whether themes are hidden, not which or how many: one
 * that is hidden looks like one that nobody has.
 */
export type CoachThemes =
  | { readonly is: 'too-few' }
  | {
      readonly is: 'themes';
      readonly charts: readonly { readonly id: ChartId; readonly themes: readonly CoachTheme[] }[];
      readonly isCut: boolean;
    };

const CHART_IDS = ['conditions', 'triggers', 'signals', 'strengths'] as const;
type ChartId = (typeof CHART_IDS)[number];

/** Says how somebody felt or was, which stays between two people. */
const ABOUT_STATES: readonly ConditionId[] = ['emotion-pressure', 'energy-health'];

/** The themes that may be counted. Own words of a writer are not among them: they can tell who wrote them. */
const LABELS: Readonly<Record<ChartId, ReadonlyMap<string, string>>> = {
  conditions: new Map(
    CONDITIONS.filter(({ id }) => CONDITION_IDS.includes(id) && !ABOUT_STATES.includes(id)).map(({ id, label }) => [
      id,
      label,
    ]),
  ),
  triggers: new Map(TRIGGERS.map(({ id, label }) => [id, label])),
  signals: new Map(SIGNALS.map(({ id, label }) => [id, label])),
  strengths: new Map(ACTION_STRENGTHS.map(({ id, label }) => [id, label])),
};

const valuesIn = (chart: ChartId, { sections: { cause, noticed, actions } }: Coe): (string | null)[] => {
  switch (chart) {
    case 'conditions':
      return cause.conditions.map(({ condition }) => condition);
    case 'triggers':
      return [cause.trigger];
    case 'signals':
      return [noticed.signal];
    case 'strengths':
      return actions.items.map(({ strength }) => strength);
  }
};

/** A COE that somebody shared. `person` is any id that is the same in all of that person's COEs. */
export type SharedCoe = { readonly person: string; readonly coe: Coe };

/** The themes over COEs that people shared. All charts are about the same people, and none can be narrowed down. */
export function coachThemes(shared: readonly SharedCoe[]): CoachThemes {
  if (new Set(shared.map(({ person }) => person)).size < LEAST_PEOPLE) return { is: 'too-few' };
  const charts = CHART_IDS.map((id) => {
    const people = new Map<string, Set<string>>();
    for (const { person, coe } of shared)
      for (const value of valuesIn(id, coe))
        if (value !== null && LABELS[id].has(value)) {
          const those = people.get(value) ?? new Set<string>();
          people.set(value, those.add(person));
        }
    const counts = [...people].map(([value, those]) => ({ id: value, people: those.size }));
    const shown = cellsToShow(counts);
    return {
      id,
      themes: [...LABELS[id]]
        .filter(([value]) => shown.includes(value))
        .map(([value, label]) => ({ id: value, label })),
      isCut: shown.length < counts.length,
    };
  });
  return {
    is: 'themes',
    charts: charts.map(({ id, themes }) => ({ id, themes })),
    isCut: charts.some(({ isCut }) => isCut),
  };
}

/**
 * The ids of the cells of one chart that can be shown: those of three people or more. When one alone is hidden, the next
 * smallest is hidden too, so that nobody who knows the total can find the hidden one.
 */
export function cellsToShow(counts: readonly { readonly id: string; readonly people: number }[]): string[] {
  const cells = counts
    .filter(({ people }) => people > 0)
    .toSorted((one, other) => other.people - one.people || (one.id < other.id ? -1 : 1));
  const shown = cells.filter(({ people }) => people >= LEAST_PEOPLE_IN_CELL).map(({ id }) => id);
  return cells.length - shown.length === 1 ? shown.slice(0, -1) : shown;
}

import { create } from 'zustand';

/** A list of COEs: the handle of the library, and the search in the address. */
type ShownList = { readonly library: string; readonly search: string };

/** The list that is shown, or was last, and the ids chosen in it, in the order in which they were chosen. */
type ChosenCoes = ShownList & { readonly ids: readonly string[] };

const useStore = create<ChosenCoes>(() => ({ library: '', search: '', ids: [] }));

const NONE: readonly string[] = [];

/** The ids of the COEs that are chosen in the list of a library. */
export const useChosenCoes = (library: string): readonly string[] =>
  useStore((chosen) => (chosen.library === library ? chosen.ids : NONE));

/** Says which list is shown. What is chosen is always in it: what was chosen in another list is dropped. */
export function showList({ library, search }: ShownList): void {
  const before = useStore.getState();
  if (before.library !== library || before.search !== search) useStore.setState({ library, search, ids: [] });
}

/** Chooses a COE, or takes it back. */
export function toggleChosen(library: string, id: string): void {
  const { library: shown, ids } = useStore.getState();
  if (shown !== library) return;
  useStore.setState({ ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id] });
}

/** Chooses these COEs of a list too, unless another one is shown by now. */
export function addChosen({ library, search }: ShownList, more: readonly string[]): void {
  const shown = useStore.getState();
  if (shown.library !== library || shown.search !== search) return;
  useStore.setState({ ids: [...new Set([...shown.ids, ...more])] });
}

/** Takes back these COEs; all of them if none are named. */
export function dropChosen(library: string, ids: readonly string[] | null = null): void {
  const shown = useStore.getState();
  if (shown.library !== library) return;
  useStore.setState({ ids: ids === null ? [] : shown.ids.filter((id) => !ids.includes(id)) });
}

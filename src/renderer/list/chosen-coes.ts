import { create } from 'zustand';

/** The COEs chosen in the list: their ids in the order in which they were chosen, of one library. */
type ChosenCoes = { readonly library: string; readonly ids: readonly string[] };

const useStore = create<ChosenCoes>(() => ({ library: '', ids: [] }));

const NONE: readonly string[] = [];

/** The ids of the COEs that are chosen in the list of a library. */
export const useChosenCoes = (library: string): readonly string[] =>
  useStore((chosen) => (chosen.library === library ? chosen.ids : NONE));

const idsIn = (library: string): readonly string[] => {
  const chosen = useStore.getState();
  return chosen.library === library ? chosen.ids : NONE;
};

/** Chooses a COE, or takes it back. */
export function toggleChosen(library: string, id: string): void {
  const ids = idsIn(library);
  useStore.setState({ library, ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id] });
}

/** Chooses these COEs too. */
export const addChosen = (library: string, more: readonly string[]): void =>
  useStore.setState({ library, ids: [...new Set([...idsIn(library), ...more])] });

/** Takes back these COEs; all of them if none are named. */
export const dropChosen = (library: string, ids: readonly string[] | null = null): void =>
  useStore.setState({ library, ids: ids === null ? [] : idsIn(library).filter((id) => !ids.includes(id)) });

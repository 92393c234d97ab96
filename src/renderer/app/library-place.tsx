import { useLibraryState } from '../platform/library-state.ts';

/** The name of the library that is open, at the foot of the navigation. */
export function LibraryPlace() {
  const library = useLibraryState();
  return <p>{library?.name}</p>;
}

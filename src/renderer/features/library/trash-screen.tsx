/** A place holder of the screen. */
export const TrashScreen = () => <h1>Trash</h1>;

/** A place holder of the screen. */
export const ProblemsScreen = () => <h1>Problems</h1>;

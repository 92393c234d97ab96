/** A place holder of the screen. */
export const CoesScreen = () => <h1>COEs</h1>;

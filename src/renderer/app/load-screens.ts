/** The code of the screens that people open most, in the order in which it is loaded. */
const SCREENS: readonly (() => Promise<unknown>)[] = [
  () => import('../editor/shell/editor-screen.tsx'),
  () => import('../features/themes/themes-screen.tsx'),
  () => import('../features/themes/themes-charts.tsx'),
];

/**
 * Loads the code of other screens while the page has nothing to do, one after another, so that the first COE and the first
 * charts open as quickly as later ones. A screen that is opened before that loads its own.
 */
export async function loadScreensWhenIdle(): Promise<void> {
  for (const load of SCREENS) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await whenIdle();
    // oxlint-disable-next-line no-await-in-loop -- a chunk that cannot be loaded is reported by the screen that needs it
    await load().catch(() => undefined);
  }
}

const whenIdle = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve));

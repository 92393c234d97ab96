import { expect, test } from './support/app.ts';
import { setWindow, WINDOWS } from './support/windows.ts';

test.use({ sharesApp: true });

for (const size of WINDOWS.filter(({ zoom }) => zoom > 1))
  test(`at ${size.name} the icons of the sidebar stand on one line`, async ({ once: { app, page } }) => {
    await setWindow(app, page, size);
    const icons = page.getByRole('navigation', { name: 'Main' }).locator('svg:visible');
    const middles = await icons.evaluateAll((shown) =>
      shown.map((icon) => {
        const { left, width } = icon.getBoundingClientRect();
        return left + width / 2;
      }),
    );
    expect(middles.length).toBeGreaterThan(7);
    expect(new Set(middles).size).toBe(1);
  });

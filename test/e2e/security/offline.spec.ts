import path from 'node:path';

import { readTraces } from '../../../scripts/offline/read-traces.mjs';
import { canTrace } from '../../../scripts/offline/traced-program.mjs';
import { createBareRepository } from '../../support/team/git-command.ts';
import { expect, test } from '../support/app.ts';
import { answerDialogs, shownDialogs } from '../support/answer-dialogs.ts';
import { answerTo } from '../support/ask.ts';
import { startCounting } from '../support/counting-server.ts';
import { startGitDaemon } from '../support/git-daemon.ts';
import { saved, showWhole, startCoe, writeProse } from '../support/writing.ts';
import { needsCommands, onlyIf } from '../support/only-if.ts';

/**
 * What the app and all its processes ask of the system is written down from below, where no setting of ours has a say.
 */
test.describe('traced by strace, the app', () => {
  onlyIf(process.env['ONCE_TRACE'] === undefined, 'everything is traced already');
  onlyIf(process.platform === 'linux', 'strace traces programs on Linux');
  needsCommands('strace', 'git');
  onlyIf(canTrace(), 'strace may not trace programs here');

  test(
    'opens no network connection while writing, searching, saving a chart and reading the handbook',
    { tag: '@packaged' },
    async ({ launch, folder }) => {
      const trace = path.join(folder, 'trace');
      const once = await launch({ trace });
      const { app, page } = once;
      const file = path.join(folder, 'chart.csv');
      await answerDialogs(app, 'Cancel', file);
      await answerTo(page, 'library:open-examples', {});
      await page.evaluate(() => (window.location.hash = '#/coes'));
      await startCoe(page, 'Outage', 'Written without a network', 'yesterday');
      await showWhole(page);
      await writeProse(page, 'Additional context', 'See https://example.org/ and www.example.org for more. ');
      await saved(page);
      await page.getByRole('link', { name: 'COEs' }).click();
      await page.getByRole('searchbox', { name: 'Search COEs' }).fill('network');
      await expect(page.locator('mark').first()).toBeVisible();
      await page.getByRole('link', { name: 'Themes' }).click();
      await page.getByRole('figure').first().getByRole('button', { name: 'Save' }).click();
      await page.getByRole('menuitem', { name: 'Figures (CSV)' }).click();
      await expect(page.getByText('Saved as chart.csv.')).toBeVisible();
      await page.evaluate(() => (window.location.hash = '#/handbook/related-reading'));
      const link = page
        .getByRole('main')
        .getByRole('link', { name: /[a-z]\.[a-z]/ })
        .first();
      await expect(link).toBeVisible();
      await link.click();
      await expect.poll(async () => (await shownDialogs(app)).length).toBeGreaterThan(0);
      for (const screen of ['Today', 'Actions', 'Trash', 'Problems', 'Backups', 'Settings']) {
        await page.evaluate((name) => (window.location.hash = `#/${name.toLowerCase()}`), screen);
        await expect(page.getByRole('heading', { level: 1, name: screen, exact: true })).toBeVisible();
      }
      await once.quit();
      const { starts, calls, elsewhere, routes, listens, unknown } = readTraces(trace);
      expect(starts).toBeGreaterThan(0);
      expect(calls).toBeGreaterThan(100);
      expect({ elsewhere, routes, listens, unknown }).toEqual({ elsewhere: [], routes: [], listens: [], unknown: [] });
    },
  );

  test('reaches only the server of a team library, and only once that is connected', async ({ launch, folder }) => {
    const [trace, kept] = [path.join(folder, 'trace'), path.join(folder, 'team-library')];
    createBareRepository(folder);
    const daemon = await startGitDaemon(folder);
    try {
      const once = await launch({ trace, env: { ONCE_TEAM_ALLOW_LOOPBACK: '1' } });
      const { app, page } = once;
      await answerDialogs(app, 'Cancel', kept);
      expect(await answerTo(page, 'team:state', {})).toEqual({ is: 'none' });
      expect(readTraces(trace).elsewhere).toEqual([]);
      const { handle } = await answerTo(page, 'team:choose-folder', {});
      const address = daemon.addressOf('team.git');
      const connection = { address, me: 'Ann', teamName: 'Payments', start: 'nothing', folder: handle } as const;
      expect(await answerTo(page, 'team:connect', connection)).toMatchObject({ is: 'team', status: 'shared' });
      await once.quit();
      const { elsewhere, listens, unknown } = readTraces(trace);
      const [, port = ''] = /:(\d+)\//.exec(address) ?? [];
      const isServer = (line: string): boolean => line.includes(`htons(${port})`) && line.includes('"127.0.0.1"');
      expect(elsewhere.filter((line) => !isServer(line))).toEqual([]);
      expect(elsewhere.length).toBeGreaterThan(0);
      expect({ listens, unknown }).toEqual({ listens: [], unknown: [] });
    } finally {
      await daemon.stop();
    }
  });

  test('is seen to open one, as a control', async ({ launch, folder }) => {
    const trace = path.join(folder, 'trace');
    const server = await startCounting();
    const once = await launch({ trace });
    await once.app.evaluate((_electron, port) => {
      type Net = { connect: (port: number, host: string) => { on: (event: string, listener: () => void) => void } };
      const net = (process as unknown as { getBuiltinModule: (name: string) => Net }).getBuiltinModule('node:net');
      return new Promise<void>((resolve) => net.connect(port, '127.0.0.1').on('connect', resolve));
    }, server.port);
    expect(server.arrivals()).toBe(1);
    await once.quit();
    await server.close();
    expect(readTraces(trace).elsewhere.join('\n')).toContain(`htons(${server.port})`);
  });
});

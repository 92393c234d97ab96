import { existsSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { root } from '../../bench/root.ts';
import type { OnceProcess } from '../../e2e/support/once-process.ts';
import { type AppScene, makeAppScene, untilKilled } from '../app/app-scene.ts';
import { lookAround, openUp } from '../app/look-around.ts';
import type { AppOperation } from '../app/operations.ts';
import type { Experiment, Outcome, Skipped } from '../experiment.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';
import type { Workshop } from '../workshop.ts';

/**
 * The built app does something over and over and is killed at any moment; each next start looks at everything there is.
 */
export const appKilledDuring = (operation: AppOperation): Experiment => ({
  name: `app: killed while ${operation.name}`,
  subject: 'the app',
  fault: 'SIGKILL',
  check: (workshop) => killAgainAndAgain(workshop, operation),
});

async function killAgainAndAgain(workshop: Workshop, operation: AppOperation): Promise<Outcome | Skipped> {
  if (!existsSync(path.join(root, 'out/main/index.js'))) return { skipped: 'the app is not built (npm run build)' };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { skipped: 'there is no display (npm run test:faults provides one)' };
  }
  const scene = makeAppScene(workshop);
  const broken: string[] = [];
  const counts = { kills: 0, 'while it was under way': 0, acknowledged: 0, lost: 0 };
  const rounds = workshop.many(...operation.kills);
  const note = (wrong: readonly string[]): void => {
    for (const each of wrong) {
      broken.push(`after kill ${counts.kills}: ${each}`);
      workshop.note(String(broken.at(-1)));
    }
    counts.lost += wrong.filter((each) => each.startsWith('acknowledged')).length;
  };
  while (counts.kills < rounds && broken.length < 5) {
    const once = await scene.start();
    await untilKilled(once, async () => {
      note(await judge(once, scene, operation));
      await oneLife(once, scene, operation, workshop);
    });
    counts.kills += 1;
    if (scene.isUnderWay) counts['while it was under way'] += 1;
    counts.acknowledged = scene.count;
    if (workshop.isLong && counts.kills % 20 === 0) workshop.note(`${counts.kills} kills, ${broken.length} broken`);
  }
  makeOld(scene);
  const last = await scene.start();
  await untilKilled(last, async () => {
    note(await judge(last, scene, operation));
    await last.quit();
  });
  if (temporaryFiles(scene.library).length > 0) broken.push('temporary files are left after the last start');
  return { counts, broken };
}

/** Looks at what a kill left, through the app that was started after it. */
async function judge(once: OnceProcess, scene: AppScene, operation: AppOperation): Promise<string[]> {
  const closed = await openUp(once.page, scene);
  if (closed.length > 0) return closed;
  return [...(await lookAround(once.page, scene)), ...((await operation.judge?.(once, scene)) ?? [])];
}

/** Lets the app do it until it is killed. What it is in the middle of then never answers. */
async function oneLife(once: OnceProcess, scene: AppScene, operation: AppOperation, workshop: Workshop): Promise<void> {
  await operation.prepare?.(once, scene);
  scene.isUnderWay = false;
  const life = new AbortController();
  let trouble: unknown = null;
  const doing = (async () => {
    // oxlint-disable-next-line no-await-in-loop -- over and over
    while (!life.signal.aborted) await operation.act(once, scene);
  })().catch((error: unknown) => {
    if (!life.signal.aborted) trouble = error;
  });
  const chance = workshop.chance();
  await pause(20 + (operation.moment?.(scene, chance) ?? chance * operation.within));
  life.abort();
  await once.kill();
  await Promise.race([doing, pause(5000)]);
  if (trouble !== null) throw trouble;
}

/** What is younger than a minute may still be somebody's save. */
function makeOld({ library }: AppScene): void {
  const longAgo = Date.now() / 1000 - 120;
  for (const name of temporaryFiles(library)) utimesSync(path.join(library, name), longAgo, longAgo);
}

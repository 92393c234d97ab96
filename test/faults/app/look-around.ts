import type { Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';

import { answerTo, ask } from '../../e2e/support/ask.ts';
import type { AppScene } from './app-scene.ts';

const PATIENCE_MS = 60_000;

/** Asks until something is so. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    // A page that is renewed, as after a lock, cannot be asked for a moment.
    // oxlint-disable-next-line no-await-in-loop -- asked again and again
    if (await holds().catch(() => false)) return;
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}`);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens the library with whichever secret fits, and waits until all of it is read. Answers what is wrong. */
export async function openUp(page: Page, scene: AppScene): Promise<string[]> {
  const stands = async () => (await answerTo(page, 'library:state', {})).status;
  await until('the library is ready or locked', async () => ['ready', 'locked'].includes(await stands()));
  if ((await stands()) === 'locked') {
    let isOpen = false;
    for (const secret of scene.secrets) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      isOpen ||= (await ask(page, 'vault:unlock', { secret })).ok;
    }
    if (!isOpen) return ['no passphrase that was acknowledged opens the library'];
    await until('the unlocked library is ready', async () => (await stands()) === 'ready');
  }
  return [];
}

/** Looks at every COE as a person would, and answers each promise that does not hold. */
export async function lookAround(page: Page, scene: AppScene): Promise<string[]> {
  const wrong: string[] = [];
  const state = await answerTo(page, 'library:state', {});
  if (state.problemCount > state.copyCount) {
    const problems = await answerTo(page, 'problems:list', {});
    wrong.push(...problems.map(({ reason }) => `a file cannot be read: ${reason}`));
  }
  if (state.rolledBack.count > 0) wrong.push(`${state.rolledBack.count} COEs went back to an earlier version`);
  const trashed = new Set((await answerTo(page, 'trash:list', {})).map(({ coeId }) => coeId));
  for (const id of scene.ids) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const opened = await ask(page, 'coe:open', { id });
    if (!opened.ok) {
      if (!(scene.movable.has(id) && trashed.has(id))) wrong.push(`a COE does not open: ${opened.error.kind}`);
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const lost = await missingFrom(page, id, opened.value.coe, scene);
    if (lost.length > 0) wrong.push(`acknowledged and not there: ${lost.join(' ')}`);
  }
  return wrong;
}

/** The marks that are neither in a COE nor in what it was before: going back to a version keeps what it replaces. */
async function missingFrom(page: Page, id: string, coe: Coe, scene: AppScene): Promise<string[]> {
  const textOf = ({ summary, sections }: Coe): string => `${summary} ${sections.context.prose}`;
  const among = (text: string, marks: readonly string[]): string[] => {
    const words = new Set(text.split(/\s+/));
    return marks.filter((mark) => !words.has(mark));
  };
  let missing = among(textOf(coe), [...(scene.acknowledged.get(id) ?? [])]);
  if (missing.length === 0) return missing;
  for (const { versionId } of await answerTo(page, 'versions:list', { id })) {
    // oxlint-disable-next-line no-await-in-loop -- only where something is missing
    missing = among(textOf(await answerTo(page, 'versions:read', { id, versionId })), missing);
    if (missing.length === 0) break;
  }
  return missing;
}

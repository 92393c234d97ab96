import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { root } from '../bench/root.ts';
import { copyApp } from '../bench/app-copy.ts';
import { answerTo } from '../e2e/support/ask.ts';
import { goTo, openCoe } from './go-to.ts';
import { takeGuidePictures } from './guide.ts';
import { resize, setTheme, takeAll, takePicture, takeWindow } from './picture.ts';
import { SCENERIES } from './scenes.ts';
import { onStage, type Stage } from './stage.ts';

/*
 * Takes pictures of every screen, by day and by night, in two sizes and enlarged, into screenshots/: npm run screenshots
 * Only some of them: npm run screenshots -- editor. Those of the README and the guide, into docs/: npm run screenshots -- --docs
 */
const given = process.argv.slice(2);
const wanted = given.filter((arg) => !arg.startsWith('--'));
const appFolder = copyApp();
try {
  if (given.includes('--docs')) await takeDocumentPictures();
  else await takeEverything();
} finally {
  rmSync(appFolder, { recursive: true, force: true });
}

async function takeEverything(): Promise<void> {
  const folder = path.join(root, 'screenshots');
  mkdirSync(folder, { recursive: true });
  for (const { name, env, fill, scenes } of SCENERIES) {
    const isWanted = wanted.length === 0 || scenes.some((scene) => wanted.some((word) => scene.name.includes(word)));
    if (!isWanted && !wanted.includes(name)) continue;
    const take = async (stage: Stage): Promise<void> => {
      await beginPlainly(stage);
      for (const scene of scenes) {
        const other = await scene.show(stage);
        if (other === undefined) await takeAll(stage, folder, scene.name);
        else {
          await takeWindow(stage, other, folder, scene.name);
          await other.close();
        }
        console.log(`${name}: ${scene.name}`);
      }
    };
    await onStage(appFolder, fill, take, env);
  }
}

async function takeDocumentPictures(): Promise<void> {
  const docs = path.join(root, 'docs');
  await onStage(
    appFolder,
    () => undefined,
    async (stage) => {
      await beginPlainly(stage);
      await takeGuidePictures(stage, path.join(docs, 'guide'));
    },
  );
  await onStage(appFolder, () => undefined, takeReadmePicture);
}

async function takeReadmePicture(stage: Stage): Promise<void> {
  await beginPlainly(stage);
  await answerTo(stage.page, 'library:open-examples', {});
  await goTo(stage.page, '/coes');
  await openCoe(stage.page, 'certificate', 'timeline');
  await takePicture(stage, path.join(root, 'docs', 'once.png'));
}

async function beginPlainly(stage: Stage): Promise<void> {
  await resize(stage, { width: 1280, height: 800, zoom: 1 });
  await setTheme(stage, 'light');
}

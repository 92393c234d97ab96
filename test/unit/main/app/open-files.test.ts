import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { createFileOpener } from '#main/app/open-files.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const ID = '01J9ZC4Q7W3N5V8B2M6K0XHTRD';
const SECOND_ID = '01J9ZC4Q7W3N5V8B2M6K0XHTRE';

function opener({ agrees = true, whenReady = async (): Promise<void> => undefined } = {}) {
  const folder = temporaryFolder();
  const [mine, other] = [path.join(folder, 'mine'), path.join(folder, 'other')];
  for (const library of [mine, other]) mkdirSync(path.join(library, 'coes'), { recursive: true });
  let open = mine;
  const showCoe = vi.fn();
  const others = vi.fn(async () => undefined);
  const askToSwitch = vi.fn(async () => agrees);
  const switchLibrary = vi.fn(async (to: string) => {
    open = to;
  });
  const openFiles = createFileOpener({ whenReady, folder: () => open, askToSwitch, switchLibrary, showCoe, others });
  return { folder, mine, other, openFiles, showCoe, others, askToSwitch, switchLibrary };
}

describe('a file that the system opens', () => {
  test('that is a COE of the open library is shown without a question', async () => {
    const { openFiles, mine, showCoe, askToSwitch } = opener();
    await openFiles([path.join(mine, 'coes', `${ID}.json`)]);
    expect(showCoe).toHaveBeenCalledExactlyOnceWith(ID);
    expect(askToSwitch).not.toHaveBeenCalled();
  });

  test('is in the open library also by way of a link', async () => {
    const { openFiles, folder, mine, showCoe, askToSwitch } = opener();
    symlinkSync(mine, path.join(folder, 'link'));
    await openFiles([path.join(folder, 'link', 'coes', `${ID}.json`)]);
    expect(showCoe).toHaveBeenCalledExactlyOnceWith(ID);
    expect(askToSwitch).not.toHaveBeenCalled();
  });

  test('that is a COE of another library opens that one, if the person agrees', async () => {
    const { openFiles, other, showCoe, switchLibrary } = opener();
    await openFiles([path.join(other, 'coes', `${ID}.json`)]);
    expect(switchLibrary).toHaveBeenCalledExactlyOnceWith(other);
    expect(showCoe).toHaveBeenCalledExactlyOnceWith(ID);
  });

  test('waits until a library is open that can take it', async () => {
    let onReady = (): void => undefined;
    const ready = new Promise<void>((resolve) => {
      onReady = resolve;
    });
    const { openFiles, folder, others } = opener({ whenReady: () => ready });
    const opened = openFiles([path.join(folder, 'notes.md')]);
    await new Promise(setImmediate);
    expect(others).not.toHaveBeenCalled();
    onReady();
    await opened;
    expect(others).toHaveBeenCalledOnce();
  });

  test('changes nothing if the person stays', async () => {
    const { openFiles, other, showCoe, switchLibrary, others } = opener({ agrees: false });
    await openFiles([path.join(other, 'coes', `${ID}.json`)]);
    for (const called of [switchLibrary, showCoe, others]) expect(called).not.toHaveBeenCalled();
  });

  test('and is one of several COEs is not imported: the first is shown', async () => {
    const { openFiles, mine, showCoe, others } = opener();
    await openFiles([ID, SECOND_ID].map((id) => path.join(mine, 'coes', `${id}.json`)));
    expect(showCoe).toHaveBeenCalledExactlyOnceWith(ID);
    expect(others).not.toHaveBeenCalled();
  });

  test('beside a COE is taken as dropped, and the COE is shown', async () => {
    const { openFiles, mine, folder, showCoe, others } = opener();
    const notes = path.join(folder, 'notes.md');
    await openFiles([notes, path.join(mine, 'coes', `${ID}.json`)]);
    expect(showCoe).toHaveBeenCalledExactlyOnceWith(ID);
    expect(others).toHaveBeenCalledExactlyOnceWith([notes]);
  });

  test.each([['a.once-share'], ['coes/package.json'], [`${ID}.json`], ['a.md', 'b.md']])(
    'that is no COE of a library is taken as dropped: %s',
    async (...names) => {
      const { openFiles, folder, others, showCoe } = opener();
      const paths = names.map((name) => path.join(folder, name));
      await openFiles(paths);
      expect(others).toHaveBeenCalledExactlyOnceWith(paths);
      expect(showCoe).not.toHaveBeenCalled();
    },
  );
});

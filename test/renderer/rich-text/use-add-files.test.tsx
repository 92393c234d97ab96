// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { queryClient } from '#renderer/platform/queries.ts';
import { useAddFiles } from '#renderer/rich-text/attachments/use-add-files.tsx';
import { Toasts } from '#renderer/ui/toast.tsx';
import { someLibrary } from '#test/support/library-states.ts';
import { pngWith } from '#test/support/pictures.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

/** Takes files as a text does. `drop` drops a picture that says where it was taken; `added` names those that were added. */
function showText() {
  const added: string[] = [];
  showPage(
    <>
      <Text onAdded={(name) => added.push(name)} />
      <Toasts />
    </>,
    { 'attachments:add': { name: 'a.png', bytes: 1 } },
  );
  queryClient.setQueryData(['library:state', {}], someLibrary());
  const drop = (name: string): boolean =>
    fireEvent.drop(screen.getByRole('textbox', { hidden: true }), {
      dataTransfer: { files: [new File([Uint8Array.from(pngWith({ gps: true }))], name)] },
    });
  return { added, drop };
}

function Text({ onAdded }: { onAdded: (fileName: string) => void }) {
  const { addFiles, question } = useAddFiles();
  return (
    <>
      <input onDrop={({ dataTransfer }) => addFiles([...dataTransfer.files], (_, fileName) => onAdded(fileName))} />
      {question}
    </>
  );
}

const answer = (label: string): boolean => fireEvent.click(screen.getByRole('button', { name: label }));

it('asks about one picture after the other when a second is dropped before the answer', async () => {
  const { added, drop } = showText();
  drop('first.png');
  drop('second.png');
  await screen.findByText(/“first\.png” contains/);
  answer('Keep it in');
  await screen.findByText(/“second\.png” contains/);
  answer('Leave it out');
  await expect.poll(() => added).toEqual(['first.png', 'second.png']);
});

it('says that a folder was not added, and adds the file dropped with it', async () => {
  const { added } = showText();
  const folder = new File([], 'Reports');
  folder.arrayBuffer = () => Promise.reject(new DOMException('A requested file could not be found', 'NotFoundError'));
  fireEvent.drop(screen.getByRole('textbox'), { dataTransfer: { files: [folder, new File(['12'], 'log.txt')] } });
  await expect.poll(() => added).toEqual(['log.txt']);
  await screen.findByText(/“Reports” was not added: it is a folder/);
});

it('says that pictures were not added when the text is closed before the answer', async () => {
  const { added, drop } = showText();
  drop('first.png');
  await screen.findByText(/“first\.png” contains/);
  cleanup();
  showPage(<Toasts />, {});
  await screen.findByText(/“first\.png” was not added/);
  expect(added).toEqual([]);
});

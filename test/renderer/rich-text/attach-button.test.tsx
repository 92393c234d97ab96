// @vitest-environment happy-dom
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { AttachButton } from '#renderer/rich-text/toolbar/attach-button.tsx';

afterEach(cleanup);

test('the button that adds files says how large they may be', () => {
  const initialConfig = {
    namespace: 'test',
    onError: (error: Error) => {
      throw error;
    },
  };
  render(
    <LexicalComposer initialConfig={initialConfig}>
      <AttachButton />
    </LexicalComposer>,
  );
  expect(screen.getByRole('button', { name: 'Picture or file, up to 15 MB' })).toBeDefined();
});

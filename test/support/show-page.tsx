import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';

import { queryClient } from '#renderer/platform/queries.ts';

import { fakeBridge, type FakedAnswers } from './fake-bridge.ts';

/** Renders a part of the page at an address, over a faked main process. Answers of an earlier test are forgotten. */
export function showPage(part: ReactNode, answers: FakedAnswers, address = '/') {
  queryClient.clear();
  const bridge = fakeBridge(answers);
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[address]}>{part}</MemoryRouter>
    </QueryClientProvider>,
  );
  return bridge;
}

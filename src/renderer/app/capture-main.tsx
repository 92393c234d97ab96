import '../styles/all.css';
import './no-compiled-schemas.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { CaptureScreen } from '../features/capture/capture-screen.tsx';
import { invalidateOnEvents, queryClient } from '../platform/queries.ts';
import { openOutside } from '../platform/outside-links.ts';
import { OpenOutside } from '../ui/outside-link.tsx';
import { AppearanceOnRoot } from './appearance-on-root.tsx';
import { loadSpellingOnFirstInput } from './load-spelling.ts';

invalidateOnEvents();
loadSpellingOnFirstInput();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <OpenOutside value={openOutside}>
          <AppearanceOnRoot />
          <CaptureScreen />
        </OpenOutside>
      </QueryClientProvider>
    </StrictMode>,
  );
}

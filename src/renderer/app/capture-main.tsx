import '../styles/all.css';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';

import { CaptureScreen } from '../features/capture/capture-screen.tsx';
import { invalidateOnEvents, queryClient } from '../platform/queries.ts';
import { openOutside } from '../platform/outside-links.ts';
import { OpenOutside } from '../ui/outside-link.tsx';
import { AppearanceOnRoot } from './appearance-on-root.tsx';
import { loadSpellingOnFirstInput } from './load-spelling.ts';

// As in main.tsx: the content security policy refuses compiled schemas.
z.config({ jitless: true });

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

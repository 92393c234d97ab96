import { afterAll, vi } from 'vitest';

// Files of tests share a process, and the next one must not find what this one changed.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

import { release } from 'node:os';
import process from 'node:process';

import { app, clipboard } from 'electron';

import { ok } from '#domain/result.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { EventLog } from '#main/logging/event-log.ts';

import { diagnosticsText } from './diagnostics.ts';

/** What the diagnostics are made of. */
export type DiagnosticsDeps = {
  readonly log: Pick<EventLog, 'recentErrors'>;
  readonly state: Handlers['library:state'];
  readonly locale: () => string;
  readonly safeMode: boolean;
};

/** Returns the handlers that show diagnostics, and that copy what was last shown. */
export function diagnosticsHandlers({
  log,
  state,
  locale,
  safeMode,
}: DiagnosticsDeps): Pick<Handlers, 'app:diagnostics' | 'app:copy-diagnostics'> {
  let shown = '';
  return {
    'app:diagnostics': async () => {
      const answer = await state({});
      if (!answer.ok) return answer;
      const { coeCount, problemCount, copyCount, trashCount, ...library } = answer.value;
      const memory = app.getAppMetrics().reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0);
      shown = diagnosticsText({
        versions: {
          once: app.getVersion(),
          electron: process.versions['electron'] ?? '',
          chromium: process.versions['chrome'] ?? '',
          node: process.versions.node,
          system: release(),
        },
        platform: `${process.platform}-${process.arch}`,
        locale: locale(),
        counts: { coes: coeCount, problems: problemCount, conflict_copies: copyCount, trash: trashCount },
        states: {
          reading: library.progress !== null,
          packaged: app.isPackaged,
          safe_mode: safeMode,
          encrypted: library.isEncrypted,
          writable: library.writable,
          open_elsewhere: library.isOpenElsewhere,
          missing: library.status === 'missing',
          locked: library.status === 'locked',
          in_sandbox: !app.commandLine.hasSwitch('no-sandbox'),
        },
        measures: { running_seconds: Math.round(process.uptime()), memory_megabytes: Math.round(memory / 1024) },
        errors: log.recentErrors(),
      });
      return ok({ text: shown });
    },
    'app:copy-diagnostics': async () => {
      await clipboard.writeText(shown);
      return ok(null);
    },
  };
}

import { randomBytes } from 'node:crypto';
import path from 'node:path';

import log from 'electron-log/node';

/** The fields of a log line: codes, ids and counts. Never prose, titles or paths. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** The app's log. */
export type EventLog = {
  /** Logs an event under a code such as `library-opened`. */
  readonly logEvent: (code: string, facts?: LogFields) => void;
  /** Logs a bug. Returns a short reference (8 hex digits), which the person can report and which appears in the log. */
  readonly logError: (where: string, error: unknown) => string;
  /** The last errors since the start, the newest last. */
  readonly recentErrors: () => readonly RecentError[];
};

/** An error as the log has it: when, its reference, which part met it, and the place in the code. */
export type RecentError = {
  readonly at: string;
  readonly reference: string;
  readonly where: string;
  readonly error: string;
  readonly code: string | null;
  readonly frames: string;
};

const MAX_RECENT = 20;

const MAX_BYTES = 1_000_000;

/** Opens the log `once.log` in a folder. Rotates it at 1 MB and keeps one old file. */
export function openEventLog(folder: string): EventLog {
  const logger = log.create({ logId: 'once' });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  file.level = 'info';
  file.maxSize = MAX_BYTES;
  file.format = '{iso} {level} {text}';
  file.resolvePathFn = () => path.join(folder, 'once.log');
  const recent: RecentError[] = [];
  return {
    recentErrors: () => recent,
    logEvent: (code, facts = {}) => logger.info(line(code, facts)),
    logError: (where, error) => {
      const reference = randomBytes(4).toString('hex');
      const fields = errorFields(error);
      logger.error(line('unexpected', { where, reference, ...fields }));
      recent.push({
        at: new Date().toISOString(),
        reference,
        where,
        error: String(fields['error']),
        code: typeof fields['code'] === 'string' ? fields['code'] : null,
        frames: typeof fields['at'] === 'string' ? fields['at'] : '',
      });
      recent.splice(0, recent.length - MAX_RECENT);
      return reference;
    },
  };
}

const line = (code: string, facts: LogFields): string =>
  [code, ...Object.entries(facts).map(([key, value]) => `${key}=${value}`)].join(' ');

const FRAME = /([\w.-]+\.(?:js|cjs|ts):\d+:\d+)\)?$/;

/**
 * An error's name, code and top stack frames, for the log. Omits the message, which may quote a person's text or a
 * path. For a thrown value that is no Error, only its type.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .flatMap((text) => FRAME.exec(text)?.[1] ?? [])
    .slice(0, 4);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { error: error.name, code, at: frames.join('<') };
}

import { writeCoe } from '#domain/file/write-coe.ts';
import { fail } from '#domain/result.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import { fileNameFor } from './file-name-for.ts';
import { saveCopy } from './write-copy.ts';

/** Shows a save dialog. Returns the chosen path, or null if the person cancels. */
export type AskSavePath = (suggestion: { name: string; kind: string; extension: string }) => Promise<string | null>;

const CHART_KINDS = { svg: 'SVG picture', png: 'PNG picture', csv: 'Table (CSV)' } as const;

/**
 * Creates the handlers that save a COE or a chart to a file the person chooses. Fails with `cancelled` if the person
 * cancels.
 */
export function exportHandlers(askWhere: AskSavePath): Pick<Handlers, 'coe:save-copy' | 'chart:save'> {
  const save = async (name: string, kind: string, extension: string, bytes: () => Uint8Array) => {
    const file = await askWhere({ name, kind, extension });
    return file === null ? fail({ kind: 'cancelled' as const }) : saveCopy(file, bytes());
  };
  return {
    'coe:save-copy': ({ coe }) =>
      save(fileNameFor(coe.title, 'json', 'COE'), 'COE', 'json', () => Buffer.from(writeCoe(coe))),
    'chart:save': (chart) =>
      save(fileNameFor(chart.title, chart.format, 'Chart'), CHART_KINDS[chart.format], chart.format, () =>
        chart.format === 'png' ? Buffer.from(chart.base64, 'base64') : Buffer.from(chart.text),
      ),
  };
}

import { invoke } from '../../../platform/bridge.ts';
import { showToast } from '../../../ui/toast.tsx';

import type { ChartSpec } from '../specs/chart-spec.ts';
import { csvOfTable } from './csv-of-table.ts';
import { pngOfPicture } from './png-of-picture.ts';
import { standaloneSvg } from './standalone-svg.ts';

/** The format of a saved chart; `csv` has its numbers. */
export type SaveFormat = 'png' | 'svg' | 'csv';

/** Saves a chart where the person chooses. Without a drawing, saves CSV. */
export async function saveChart(format: SaveFormat, spec: ChartSpec, drawn: SVGSVGElement | null): Promise<void> {
  const result = await invoke('chart:save', await requestFor(format, spec, drawn));
  if (result.ok) showToast(`Saved as ${result.value.fileName}.`);
  else if (result.error.kind !== 'cancelled')
    showToast('It could not be saved there. Nothing else changed; try another folder.');
}

async function requestFor(format: SaveFormat, spec: ChartSpec, drawn: SVGSVGElement | null) {
  const { title } = spec;
  if (format === 'csv' || drawn === null) return { format: 'csv' as const, title, text: csvOfTable(spec.table()) };
  // Loaded only to save a picture.
  const { CHART_FONT_FACE } = await import('./chart-font.ts');
  const picture = standaloneSvg(drawn, spec, CHART_FONT_FACE);
  if (format === 'svg') return { format, title, text: picture.text };
  return { format, title, base64: await pngOfPicture(picture) };
}

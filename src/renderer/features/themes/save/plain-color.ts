let pen: CanvasRenderingContext2D | null | undefined;

/** A colour as `rgb(…)` or `rgba(…)`, which every program reads. Browsers compute newer forms. */
export function plainColor(color: string): string {
  if (color === 'none' || color.startsWith('url(') || color.startsWith('rgb') || color === '') return color;
  pen ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (pen === null) return color;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}

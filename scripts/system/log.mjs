/**
 * Prints one line.
 *
 * @param {string} line
 */
export const log = (line) => void process.stdout.write(`${line}\n`);

/**
 * Returns a function that shows the progress of a long step, given the fraction done (0 to 1). In a terminal the line
 * replaces itself; elsewhere, as in a log file, every tenth per cent gets a line.
 *
 * @param {string} title
 * @returns {(fraction: number) => void}
 */
export function createProgressLine(title) {
  let lastShown = -1;
  return (fraction) => {
    const percent = Math.floor(fraction * 100);
    if (percent === lastShown) return;
    if (process.stdout.isTTY) process.stdout.write(`\r${title} ${percent} %${percent === 100 ? '\n' : ''}`);
    else if (Math.floor(percent / 10) > Math.floor(lastShown / 10)) log(`${title} ${percent} %`);
    lastShown = percent;
  };
}

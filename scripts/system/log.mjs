/** One plain line about what is going on, so that nobody wonders what a long step does. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** A line that replaces itself while something long runs in a terminal; every tenth step in a log file. */
export function progress(what) {
  let lastShown = -1;
  return (fraction) => {
    const percent = Math.floor(fraction * 100);
    if (percent === lastShown) return;
    if (process.stdout.isTTY) process.stdout.write(`\r${what} ${percent} %${percent === 100 ? '\n' : ''}`);
    else if (Math.floor(percent / 10) > Math.floor(lastShown / 10)) say(`${what} ${percent} %`);
    lastShown = percent;
  };
}

import {SingleBar} from "cli-progress";
import {log} from "../../loaders/log.js";

export interface Progress {
  /** Says how far the work is, in the units of `total`. */
  at(done: number): void;
  /** Ends the display; safe to call twice. */
  end(): void;
}

/**
 * Shows how far long work is: a bar on a terminal, a plain line at each tenth elsewhere. `total` is in
 * whatever `unit` names.
 */
export function startProgress(
  label: string,
  total: number,
  {unit = "rows", terminal = process.stderr}: {unit?: string; terminal?: NodeJS.WriteStream} = {},
): Progress {
  if (terminal.isTTY) {
    const bar = new SingleBar({
      stream: terminal,
      format: `${label} {bar} {percentage}% · {value} of {total} ${unit}`,
      hideCursor: true,
      clearOnComplete: false,
    });
    bar.start(total, 0);
    return {at: (done) => bar.update(done), end: () => bar.stop()};
  }
  let tenths = 0;
  return {
    at(done) {
      const reached = total > 0 ? Math.floor((done / total) * 10) : 10;
      if (reached <= tenths) return;
      tenths = reached;
      log.info(`${label}: ${done} of ${total} ${unit}`);
    },
    end() {},
  };
}

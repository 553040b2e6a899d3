/** What a command that fails says: a person is to learn from it what is wrong, and what to do. */
import type {Ended} from "./sandbox.js";

/** An engine that is short of memory ends the process itself, with words of its own. */
const memoryWords = /out of memory|allocation failed|bad_alloc|cannot allocate|fatal process/i;

/**
 * Node itself, or the loader of TypeScript, which could not read the command's modules: none of its words were there
 * yet.
 */
function isUnread(said: string): boolean {
  const frames = said.split("\n").filter((line) => /^\s+at /.test(line));
  const isForeign = (frame: string) => /node:|node_modules|<anonymous>/.test(frame);
  return (
    frames.length > 0 && frames.every(isForeign) && /node:internal\/modules|\/tsx\//.test(said)
  );
}

/** What is wrong with what a command said that failed; undefined where nothing is. */
export function wrongWords({code, signal, stdout, stderr}: Ended): string | undefined {
  if (code === 0) return undefined;
  const said = `${stderr}${stdout.slice(-2000)}`;
  if (memoryWords.test(said)) return undefined;
  if (signal !== null) return `ended by ${signal}, without a word of memory: ${tail(said)}`;
  if (isUnread(said)) return undefined;
  if (said.trim() === "") return `ended with ${code} and said nothing`;
  if (/^\s+at .*[:/]/m.test(said)) return `shows a stack: ${tail(said)}`;
  if (!/\([^)]*\b[a-z]{2,}[^)]*\)/.test(said)) return `names no next step: ${tail(said)}`;
  return undefined;
}

function tail(text: string): string {
  const lines = text.trim().split("\n");
  return lines.slice(-12).join("\n    ").slice(0, 1200);
}

/** So long after the last letter the rows of a query are asked for, and the notebook is kept. */
const typingMs = 450;

/** Work by name that waits for the last letter; another of the same name takes its place. */
export function delayed(window: Window) {
  const waiting = new Map<string, number>();
  return (name: string, work: (() => Promise<unknown>) | undefined) => {
    window.clearTimeout(waiting.get(name));
    if (work) waiting.set(name, window.setTimeout(work, typingMs));
  };
}

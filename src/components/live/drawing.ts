/**
 * When the parts of a live page are drawn: together, once a frame at most, each as often as it asks to be, and only while
 * something is new. With reduced motion all of them step together, once in three seconds.
 */
export interface Drawing {
  /** Draws a part when something is new, at most once in so many milliseconds. It comes back with whether it still moves. */
  add(draw: (now: number) => boolean, options?: {readonly every?: number}): void;
  /** Something is new. */
  ask(): void;
  /** Draws nothing until it is taken back; then everything at once. */
  isHeld: boolean;
  /** Whether numbers step and nothing slides. */
  readonly isStill: boolean;
  close(): void;
}

const stepOfStill = 3000;

interface Part {
  readonly draw: (now: number) => boolean;
  readonly every: number;
  last: number;
  isDue: boolean;
}

export function drawing(window: Window & typeof globalThis = globalThis.window): Drawing {
  const parts: Part[] = [];
  const still = window.matchMedia?.("(prefers-reduced-motion: reduce)");
  let frame = 0;
  let timer = 0;
  let isHeld = false;
  let isClosed = false;
  const plan = () => {
    if (isHeld || isClosed || frame !== 0) return;
    frame = window.requestAnimationFrame(run);
  };
  const run = (now: number) => {
    frame = 0;
    let wait = Number.POSITIVE_INFINITY;
    for (const part of parts) {
      if (!part.isDue) continue;
      const rest = part.last + (still?.matches ? stepOfStill : part.every) - now;
      if (rest > 1) {
        wait = Math.min(wait, rest);
        continue;
      }
      part.last = now;
      part.isDue = part.draw(now);
      if (part.isDue) wait = Math.min(wait, part.every);
    }
    if (wait < 20) plan();
    else if (wait < Number.POSITIVE_INFINITY) {
      window.clearTimeout(timer);
      timer = window.setTimeout(plan, wait);
    }
  };
  const ask = () => {
    for (const part of parts) part.isDue = true;
    plan();
  };
  return {
    add(draw, {every = 0} = {}) {
      parts.push({draw, every, last: Number.NEGATIVE_INFINITY, isDue: true});
      plan();
    },
    ask,
    get isHeld() {
      return isHeld;
    },
    set isHeld(held) {
      isHeld = held;
      if (!held) ask();
    },
    get isStill() {
      return still?.matches ?? false;
    },
    close() {
      isClosed = true;
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    },
  };
}

/**
 * Leads to the part of the page that the address names (`#savings-events`). A browser looks for it once, and the
 * figures of a page come later, and grow: so the part is held where it belongs until the reader does something. A
 * figure that waits for its data is not there at all: the page then shows the parts before its place, from the
 * nearest to the farthest, since parts load what they need when they come into view. A fold that it is in opens.
 */
const held = new WeakSet<Document>();

/** What says that the reader takes over. */
const takeovers = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** How long a part may take before the next one before it is shown, in milliseconds. */
const patience = 80;

/** Follows the address of a page from now on; a second call for the same page does nothing. */
export function followAnchor(document: Document): void {
  const window = document.defaultView;
  if (!window?.ResizeObserver || held.has(document)) return;
  held.add(document);
  let stop = hold(document, window);
  const restart = () => {
    stop();
    stop = hold(document, window);
  };
  window.addEventListener("click", ({target}) => {
    const link = (target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
    // the address changes after the click; going back and forward is left to the browser, which knows where one was
    if (link?.hash) window.setTimeout(() => link.href === window.location.href && restart());
  });
}

/** Holds the part that the address names; returns how to let go. */
function hold(document: Document, window: Window & typeof globalThis): () => void {
  const id = decoded(window.location.hash.slice(1));
  if (id === "") return () => {};
  const part = () => document.getElementById(id);
  const place = () => part() ?? document.querySelector(`[data-anchor="${window.CSS.escape(id)}"]`);
  let timer = 0;
  let isSearching = true;
  const settle = () => {
    const fold = place()?.closest("details");
    if (fold) fold.open = true;
    place()?.scrollIntoView({block: "start", behavior: "instant"});
  };
  const grown = new window.ResizeObserver(() => {
    if (!isSearching || part()) settle();
  });
  const stop = () => {
    grown.disconnect();
    window.clearTimeout(timer);
    for (const name of takeovers) window.removeEventListener(name, stop);
  };
  /** Shows what stands so many steps before the place, then looks whether the part has come. */
  const search = (steps: number, isAtTop = false) => {
    settle();
    isSearching = !isAtTop && !part() && place() !== null;
    if (!isSearching) return;
    window.scrollBy({top: -steps * 0.8 * window.innerHeight, behavior: "instant"});
    timer = window.setTimeout(search, patience, steps + 1, window.scrollY === 0);
  };
  for (const name of takeovers) window.addEventListener(name, stop, {passive: true});
  const main = document.querySelector("main") ?? document.body;
  search(1);
  grown.observe(main);
  return stop;
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash; // a lone per cent sign
  }
}

/**
 * A named value in the address of the page (`?id=ind-000017`), so that a choice can be linked to and survives a
 * reload. A filter replaces the history's entry; a step of the reader, which going back takes back, adds one. Going
 * back or forward to an entry with another value is reported.
 */
export interface UrlState {
  get(): string | undefined;
  /** Puts the value into the address; `undefined` takes the name out of it. With `isStep`, as an entry of its own. */
  set(value: string | undefined, options?: {isStep?: boolean}): void;
  /** Calls back when the reader goes back or forward; returns how to stop. */
  onChange(listener: (value: string | undefined) => void): () => void;
}

export function urlState(name: string, window: Window = globalThis.window): UrlState {
  const get = () => new URL(window.location.href).searchParams.get(name) ?? undefined;
  return {
    get,
    set(value, {isStep = false} = {}) {
      const url = new URL(window.location.href);
      if (value === undefined || value === "") url.searchParams.delete(name);
      else url.searchParams.set(name, value);
      if (url.href === window.location.href) return;
      const {history} = window;
      if (isStep) history.pushState(null, "", url);
      else history.replaceState(history.state, "", url);
    },
    onChange(listener) {
      const report = () => listener(get());
      window.addEventListener("popstate", report);
      return () => window.removeEventListener("popstate", report);
    },
  };
}

/**
 * A named value in the address of the page (`?id=ind-000017`), so that a choice can be linked to and survives a
 * reload. Setting it replaces the history's entry; going back or forward to an entry with another value is reported.
 */
export interface UrlState {
  get(): string | undefined;
  /** Puts the value into the address; `undefined` takes the name out of it. */
  set(value: string | undefined): void;
  /** Calls back when the reader goes back or forward; returns how to stop. */
  onChange(listener: (value: string | undefined) => void): () => void;
}

export function urlState(name: string, window: Window = globalThis.window): UrlState {
  const get = () => new URL(window.location.href).searchParams.get(name) ?? undefined;
  return {
    get,
    set(value) {
      const url = new URL(window.location.href);
      if (value === undefined || value === "") url.searchParams.delete(name);
      else url.searchParams.set(name, value);
      if (url.href !== window.location.href)
        window.history.replaceState(window.history.state, "", url);
    },
    onChange(listener) {
      const report = () => listener(get());
      window.addEventListener("popstate", report);
      return () => window.removeEventListener("popstate", report);
    },
  };
}

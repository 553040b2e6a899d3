/** The themes that a reader can choose: `system` is light or dark as the system is. */
export const themes = ["light", "dark", "system"] as const;

export type ThemeChoice = (typeof themes)[number];

/** The name by which the reader's browser keeps the choice. */
export const themeKey = "countinghouse-theme";

/**
 * A script for the head of a page, which shows the kept theme before anything is drawn: the style sheet knows it by
 * `data-theme` of the root.
 */
export const themeScript = `try{const t=localStorage.getItem("${themeKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

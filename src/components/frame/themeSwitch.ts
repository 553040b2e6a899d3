import {type ThemeChoice, themeKey, themes} from "../../lib/site/theme.js";
import {sentence} from "../../lib/words.js";
import {builder} from "../dom.js";
import {readKept, writeKept} from "../kept.js";

/** Light, dark, or as the system is: shown at once and kept for the next page. */
export function themeSwitch(document: Document): HTMLElement {
  const {html} = builder(document);
  const window = document.defaultView!;
  const kept = readKept(window, themeKey);
  const shown = themes.find((theme) => theme === kept) ?? "system";
  const radio = (theme: ThemeChoice) =>
    html(
      "label",
      {},
      html("input", {
        type: "radio",
        name: "theme",
        value: theme,
        checked: theme === shown,
        on: {change: () => chooseTheme(theme, document)},
      }),
      html("span", {}, sentence(theme)),
    );
  return html(
    "fieldset",
    {class: "segmented theme-switch"},
    html("legend", {}, "Theme"),
    html("div", {}, ...themes.map(radio)),
  );
}

function chooseTheme(theme: ThemeChoice, document: Document): void {
  writeKept(document.defaultView!, themeKey, theme);
  const {dataset} = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
}

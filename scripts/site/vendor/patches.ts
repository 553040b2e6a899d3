import {readFileSync} from "node:fs";
import type {Plugin} from "esbuild";

interface Patch {
  readonly name: string;
  /** The end of the path of the file that is changed. */
  readonly file: string;
  readonly original: RegExp;
  readonly replacement: string;
}

/** Lets `d3-dsv` parse without `new Function`, which the site's content security policy forbids. */
export const dsvWithoutNewFunction: Patch = {
  name: "d3-dsv without new Function",
  file: "/d3-dsv.mjs",
  original: /function objectConverter\(columns\) \{\s*return new Function\([\s\S]*?\n\}/,
  replacement: `function objectConverter(columns) {
  return (row) => Object.fromEntries(columns.map((name, i) => [name, row[i] || ""]));
}`,
};

/** Gives Plot's labelled groups of marks a role; without one, screen readers are told to ignore the label. */
export const plotWithRoles: Patch = {
  name: "Plot with roles",
  file: "/plot/src/style.js",
  original: /(?<=\n {2})applyAttr\(selection, "aria-label", mark\.ariaLabel\);/,
  replacement: `applyAttr(selection, "aria-label", mark.ariaLabel);
  applyAttr(selection, "role", mark.ariaLabel == null ? null : "group");`,
};

/** Facets hand the attributes of their groups up to one around them; the role goes with the label. */
export const plotFacetsWithRoles: Patch = {
  name: "Plot's facets with roles",
  file: "/plot/src/plot.js",
  original: /(?<=for \(const name of \[)(?="aria-label", "aria-description")/,
  replacement: '"role", ',
};

/**
 * A listener in a template, `onclick=${f}`, reaches the parser of HTML as an attribute, and the policy forbids those. As
 * one entry of an object it never does: `htl` sets it on the element.
 */
export const htlWithoutEventAttributes: Patch = {
  name: "htl without event attributes",
  file: "/htl/src/index.js",
  original: /string \+= "::" \+ j;(?=\s*nodeFilter \|= SHOW_ELEMENT;\s*break;)/,
  replacement: `if (typeof value === "function") {
    arguments[j] = {[name.toLowerCase()]: value};
    string = string.slice(0, attributeNameStart - strings[j - 1].length) + "::" + j + "=''";
  } else string += "::" + j;`,
};

/** The patch as a plugin of esbuild. The bundling fails when a later version of the package reads otherwise. */
export function patching(patch: Patch): Plugin {
  return {
    name: patch.name,
    setup({onLoad}) {
      onLoad({filter: new RegExp(`${patch.file.replaceAll(/[./]/g, "[./\\\\]")}$`)}, ({path}) => ({
        contents: applyPatch(readFileSync(path, "utf8"), patch),
      }));
    },
  };
}

/** The source with the patch applied; throws where the original is not there, once. */
export function applyPatch(source: string, {name, original, replacement}: Patch): string {
  if (source.split(original).length !== 2) {
    throw new Error(`the package has changed, and a patch does not fit any more: ${name}`);
  }
  return source.replace(original, () => replacement);
}

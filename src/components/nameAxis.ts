import * as Plot from "@observablehq/plot";
import {color} from "./palette.js";
import {fitted} from "./textWidth.js";

/** The names of rows at the left, cut where they have no room, each a link where `href` gives one. */
export function nameAxis(
  room: number,
  {
    size = 13,
    padding = 8,
    names = (name) => name,
    href,
  }: {
    size?: number;
    padding?: number;
    names?: (name: string) => string;
    href?: ((name: string) => string | undefined) | undefined;
  } = {},
): Plot.Markish {
  return Plot.axisY({
    tickFormat: (name: string) => fitted(names(name), room - 10, size),
    tickSize: 0,
    tickPadding: padding,
    fontSize: size,
    fill: color("ink"),
    label: null,
    ...(href ? {href} : {}),
  });
}

/** Where the row of a name leads to, for names that are keys of rows. */
export function hrefByName<Row>(
  items: readonly {readonly row: Row; readonly text: string}[],
  href: ((row: Row) => string | undefined) | undefined,
): ((name: string) => string | undefined) | undefined {
  if (!href) return undefined;
  const rows = new Map(items.map(({row, text}) => [text, row]));
  return (name) => (rows.has(name) ? href(rows.get(name)!) : undefined);
}

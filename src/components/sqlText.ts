import {commentEnd} from "../lib/notebook/sqlTokens.js";
import type {Builder, Child} from "./dom.js";

const token =
  /(?<comment>(?:--|^\/\/)[^\n]*|\/\*)|(?<string>'(?:[^']|'')*')|(?<number>\b\d+(?:\.\d+)?\b)|(?<keyword>\b(?:and|as|asc|between|by|case|cast|cross|desc|distinct|else|end|exists|filter|first|following|from|full|group|having|in|inner|interval|is|join|last|lateral|left|like|limit|not|null|nulls|on|or|order|outer|over|partition|preceding|qualify|range|right|rows|select|then|true|false|unbounded|union|all|using|values|when|where|window|with|within)\b)/gim;

/** SQL (or a loader’s code) as a block, its comments, texts, numbers and keywords marked for the style sheet. */
export function highlighted({html}: Builder, sql: string): HTMLPreElement {
  const parts: Child[] = [];
  let end = 0;
  const next = new RegExp(token);
  for (let match = next.exec(sql); match; match = next.exec(sql)) {
    const {0: text, index: from, groups = {}} = match;
    const kind = Object.entries(groups).find(([, text]) => text !== undefined)?.[0];
    const to = text === "/*" ? commentEnd(sql, from) : next.lastIndex;
    parts.push(sql.slice(end, from), html("span", {class: `sql-${kind}`}, sql.slice(from, to)));
    next.lastIndex = end = to;
  }
  return html(
    "pre",
    {class: "sql", tabindex: 0},
    html("code", {}, ...parts, sql.slice(end).trimEnd()),
  );
}

/** What was recognised of each file in one line, with what is doubtful to settle by a click. */
import {type Builder, builder} from "../../components/dom.js";
import {count, dayShort} from "../../lib/format.js";
import {unsignedDoubts} from "../../lib/statements/unsigned.js";
import {list, plural} from "../../lib/words.js";
import type {FileLine} from "./fileLine.js";

export interface FileActions {
  readonly onOrder: (id: string, order: "dmy" | "mdy") => void;
  readonly onSide: (id: string, side: "out" | "in") => void;
  readonly onRemove: (id: string) => void;
  readonly document: Document;
}

/** So many problems of a file are listed. */
const mostProblems = 50;

/** The files as a list. */
export function fileLines(
  files: readonly FileLine[],
  {document, ...actions}: FileActions,
): HTMLElement {
  const make = builder(document);
  return make.html(
    "ul",
    {class: "own-files", "aria-label": "Files"},
    ...files.map((file) => lineOf(make, file, actions)),
  );
}

function lineOf(
  make: Builder,
  file: FileLine,
  {onOrder, onSide, onRemove}: Omit<FileActions, "document">,
): HTMLElement {
  const {html} = make;
  const remove = html(
    "button",
    {
      type: "button",
      class: "own-remove",
      "aria-label": `Take ${file.name} away`,
      on: {click: () => onRemove(file.id)},
    },
    "×",
  );
  return html(
    "li",
    {class: `own-file is-${file.kind}`},
    html("p", {class: "own-file-line"}, html("strong", {}, file.name), ` ${recognisedText(file)}`),
    remove,
    file.question !== undefined && questionOf(make, file, onOrder),
    file.unsigned !== undefined && sidesOf(make, file, onSide),
    ...foldsOf(make, file),
  );
}

/** `387 rows, 1 Mar 2024 to 31 Oct 2026, EUR, utf-8; left out: 3 pending`. */
export function recognisedText(file: FileLine): string {
  if (file.kind === "error") return `cannot be read: ${file.error}`;
  if (file.kind === "question")
    return "has dates that can be read in two ways, and nothing in it settles which.";
  if (file.kind === "rules") return `has ${plural(file.rule_count, "rule")}.`;
  const {row_count, added_count, trade_count, first, last, currencies, left_out} = file;
  const counts = [
    ...(row_count > 0 ? [plural(row_count, "row")] : []),
    ...(trade_count > 0 ? [plural(trade_count, "trade")] : []),
  ];
  const twice = row_count - added_count;
  const period = first === last ? dayShort(first) : `${dayShort(first)} to ${dayShort(last)}`;
  const accounts = file.accounts.map(({account}) => account);
  const parts = [
    ...(accounts.length > 0 ? [`account ${list(accounts, {limit: 3})}`] : []),
    list(counts, {none: "no rows"}),
    period,
    list(currencies, {none: "no currency named: read as euro"}),
    file.encoding,
    ...(file.is_proven ? ["signs proven by its balances"] : []),
  ];
  const out = left_out.map(({reason, count: number}) => `${count(number)} ${reason}`);
  return `${[
    parts.join(" · "),
    ...(twice > 0 ? [`${plural(twice, "row")} in another file already`] : []),
    ...(out.length > 0 ? [`left out: ${list(out)}`] : []),
  ].join("; ")}.`;
}

function questionOf({html}: Builder, file: FileLine, onOrder: FileActions["onOrder"]): HTMLElement {
  const {line, value, days} = file.question!;
  return html(
    "div",
    {class: "own-question", role: "group", "aria-label": `Dates of ${file.name}`},
    html("span", {}, `“${value}” in line ${line} is`),
    ...days.map(({order, day}) =>
      html(
        "button",
        {type: "button", on: {click: () => onOrder(file.id, order)}},
        `${dayShort(day)} (${order === "dmy" ? "day first" : "month first"})`,
      ),
    ),
  );
}

const sides = {out: "Payments out", in: "Payments in"} as const;

function sidesOf(
  {html}: Builder,
  {id, name, unsigned}: FileLine,
  onSide: FileActions["onSide"],
): HTMLElement {
  const said = unsignedDoubts[unsigned!];
  return html(
    "div",
    {class: "own-question", role: "group", "aria-label": `Signs of ${name}`},
    html("span", {}, `${said[0]!.toUpperCase()}${said.slice(1)}.`),
    ...(["out", "in"] as const).map((side) =>
      html(
        "button",
        {
          type: "button",
          "aria-pressed": String(side === unsigned),
          on: {click: () => onSide(id, side)},
        },
        sides[side],
      ),
    ),
  );
}

function foldsOf({html}: Builder, {problems, doubts}: FileLine): HTMLElement[] {
  const fold = (title: string, lines: readonly string[]) =>
    html(
      "details",
      {},
      html("summary", {}, title),
      html("ul", {}, ...lines.slice(0, mostProblems).map((text) => html("li", {}, text))),
      lines.length > mostProblems &&
        html("p", {}, `and ${count(lines.length - mostProblems)} more`),
    );
  const wrong = problems.map(({line, column, value, reason}) => {
    const place = column ? ` in ${column}` : "";
    return `line ${line}: ${reason}${place}${value ? `: “${value}”` : ""}`;
  });
  return [
    ...(wrong.length > 0 ? [fold(`${plural(wrong.length, "row")} could not be read`, wrong)] : []),
    ...(doubts.length > 0 ? [fold(plural(doubts.length, "doubt"), doubts)] : []),
  ];
}

/** Writes a statement as QIF; it has no currency. */
import {chance, pick, stream} from "../../../src/lib/stream.js";
import {type DrawnStatement, unsigned} from "./drawnStatement.js";

/** The text of a seed, and the order of its dates. */
export function qifWritten(
  {rows}: DrawnStatement,
  seed: number,
): {readonly text: string; readonly dates: "dmy" | "mdy"} {
  const draw = stream(seed, "qif");
  const dates = pick(draw, ["dmy", "mdy"] as const);
  const isPadded = chance(draw, 0.5);
  const year = pick(draw, ["long", "short", "apostrophe"]);
  const isComma = chance(draw, 0.4);
  const dayText = (date: string) => {
    const [y = "", m = "", d = ""] = date.split("-");
    const part = (text: string) => (isPadded ? text : text.replace(/^0/, " "));
    const [first, second] = dates === "dmy" ? [d, m] : [m, d];
    const end = year === "long" ? `/${y}` : `${year === "short" ? "/" : "'"}${y.slice(2)}`;
    return `${part(first)}/${part(second)}${end}`;
  };
  const amountText = (amount: string) => {
    const [whole = "", cents] = unsigned(amount).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, isComma ? "." : ",");
    return `${amount.startsWith("-") ? "-" : ""}${grouped}${isComma ? "," : "."}${cents}`;
  };
  const records = rows.map(({date, amount, counterparty, description}) =>
    [
      `D${dayText(date)}`,
      `T${amountText(amount)}`,
      ...(chance(draw, 0.3) ? ["CX", "N101"] : []),
      `P${counterparty}`,
      `M${description}`,
      "LFood",
      ...(chance(draw, 0.3) ? ["SFood", "Enote", `$${amountText(amount)}`] : []),
      "^",
    ].join("\n"),
  );
  const block = chance(draw, 0.3) ? "!Account\nNGiro\nTBank\n^\n" : "";
  return {
    text: `${block}!Type:${pick(draw, ["Bank", "CCard", "Cash"])}\n${records.join("\n")}\n`,
    dates,
  };
}

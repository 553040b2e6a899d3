/** How the assets are spread over the clients. */
import {percent} from "../../lib/format.js";
import type {ClientRow} from "../../lib/investing/clients.js";

/** A client with less than this does not matter much to the bank. */
const muchShare = 0.05;

/** What the largest tenth of the clients with money holds, and how much one client leaving would mean. */
export function clientsText(rows: readonly ClientRow[]): string {
  const values = rows
    .map((row) => row.value_eur)
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  const sum = (some: readonly number[]) => some.reduce((total, value) => total + value, 0);
  const [first] = values;
  if (first === undefined) return "";
  const largest = first / sum(values);
  if (largest >= muchShare)
    return `The largest client alone holds ${percent(largest, 1)} of assets.`;
  const tenth = sum(values.slice(0, Math.round(values.length / 10))) / sum(values);
  return (
    `The largest tenth of clients holds ${percent(tenth)} of assets. No client matters much: the largest holds ` +
    `${percent(largest, 1)} of them.`
  );
}

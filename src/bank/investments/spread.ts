/** How the assets are spread over the clients. */
import {percent} from "../../lib/format.js";
import type {ClientRow} from "../../lib/investing/clients.js";

/** A tenth of the clients, the largest first. */
export interface Tenth {
  readonly tenth: number;
  readonly client_count: number;
  readonly value_eur: number;
  readonly share: number;
}

/** Clients with money, by value, in ten groups as equal as can be; fewer where there are fewer than ten. */
export function tenths(rows: readonly ClientRow[]): Tenth[] {
  const clients = rows
    .filter((row) => row.value_eur > 0)
    .toSorted((a, b) => b.value_eur - a.value_eur);
  const total = clients.reduce((sum, row) => sum + row.value_eur, 0);
  const groups = Math.min(10, clients.length);
  return Array.from({length: groups}, (_, group) => {
    const at = (index: number) => Math.round((index * clients.length) / groups);
    const own = clients.slice(at(group), at(group + 1));
    const value_eur = own.reduce((sum, row) => sum + row.value_eur, 0);
    return {tenth: group + 1, client_count: own.length, value_eur, share: value_eur / total};
  });
}

/** `Largest tenth`, `2nd`, …, `Smallest tenth`, out of so many groups. */
export function tenthName(tenth: number, groups: number): string {
  if (tenth === 1) return "Largest tenth";
  if (tenth === groups) return "Smallest tenth";
  return `${tenth}${["", "", "nd", "rd"][tenth] ?? "th"}`;
}

/** What the largest tenth holds. */
export function clientsFinding(rows: readonly ClientRow[]): string {
  const [first] = tenths(rows);
  if (!first) return "No client has anything to spread";
  if (first.share === 1) return "One client holds everything";
  return `The largest tenth of clients holds ${percent(first.share)} of the assets`;
}

/** A client with more than this matters to the bank. */
const muchShare = 0.05;

/** How much one client leaving would mean. */
export function clientsText(rows: readonly ClientRow[]): string {
  const total = rows.reduce((sum, row) => sum + row.value_eur, 0);
  if (total <= 0) return "";
  const largest = Math.max(...rows.map((row) => row.value_eur)) / total;
  return largest < muchShare
    ? `No client matters much: the largest holds ${percent(largest, 1)} of assets.`
    : `The largest client holds ${percent(largest, 1)} of assets, which would be missed.`;
}

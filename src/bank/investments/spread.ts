/** How the assets are spread over the clients. */
import {percent} from "../../lib/format.js";
import {allocation, concentration} from "../../lib/investing/allocation.js";
import type {ClientRow} from "../../lib/investing/clients.js";
import {inWords, plural} from "../../lib/words.js";

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

/** `Largest tenth`, `2nd`, … */
export function tenthName(tenth: number): string {
  if (tenth === 1) return "Largest tenth";
  const ending = ["", "", "nd", "rd"][tenth] ?? "th";
  return `${tenth}${ending} tenth`;
}

/** What the largest tenth holds. */
export function clientsFinding(rows: readonly ClientRow[]): string {
  const [first] = tenths(rows);
  if (!first) return "No client has anything to spread";
  if (first.share === 1) return "One client holds everything";
  return `The largest tenth of clients holds ${percent(first.share)} of the assets`;
}

/** How concentrated the base is as one number, and what one client leaving would mean. */
export function clientsText(rows: readonly ClientRow[]): string {
  const shares = allocation(
    rows.map((row) => ({...row, valueCents: Math.round(row.value_eur * 100)})),
    (row) => row.user_id,
  );
  const base = concentration(shares);
  if (!base) return "";
  return (
    `${plural(shares.length, "client")} are as concentrated as ` +
    `${inWords(Math.round(base.effectiveCount))} of equal size would be. If the largest one left, ` +
    `${percent(base.largest.share, 1)} of the assets would go.`
  );
}

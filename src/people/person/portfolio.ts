/** A portfolio in a sentence, for a person's home. */
import {money, percent} from "../../lib/format.js";
import type {ClientRow} from "../../lib/investing/clients.js";

/** The portfolio's value and how it did against other clients, or that there is none. */
export function briefText(
  name: string,
  client: ClientRow | undefined,
  clients: readonly ClientRow[],
): string {
  if (!client) return `${name} does not invest here.`;
  if (client.value_eur <= 0) return `The portfolio of ${name} is empty.`;
  const worth = `The portfolio of ${name} is worth ${money(client.value_eur)}, ${percent(idleShare(client))} of it idle cash.`;
  const {xirr_share: own} = client;
  if (own === null)
    return `${worth} No yearly return yet: it is less than a year old, or its cash flows have no single rate.`;
  const others = clients.flatMap(({xirr_share}) => xirr_share ?? []);
  const below = others.filter((share) => share < own).length;
  const rank =
    others.length > 1
      ? `, ahead of ${percent(below / (others.length - 1), 0)} of the clients whose return is known`
      : "";
  return `${worth} Each euro in it earned ${percent(own, 1)} a year${rank}.`;
}

/** The part of a portfolio that is cash; 0 for one that is worth nothing. */
export function idleShare({value_eur, cash_eur}: ClientRow): number {
  return value_eur > 0 ? cash_eur / value_eur : 0;
}

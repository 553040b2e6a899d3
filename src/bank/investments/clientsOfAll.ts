/** The dataset `investment-clients`: what is said of all clients, and a part of them for the picture. */
import {evenly} from "../../lib/evenly.js";
import {
  type ClientRow,
  type ReturnBand,
  returnBands,
  returnsFinding,
  type TimedClient,
  timedClients,
  timingFinding,
  timingText,
} from "../../lib/investing/clients.js";
import {clientsText} from "./spread.js";

/** As many dots tell how clients lie; more would lie on each other. */
const mostDots = 450;

/** All clients together; what is said of them is said of all. */
export interface ClientsOfAll {
  /** How the assets are spread over the clients. */
  readonly spread: string;
  /** Clients who have traded, and those of them with more than a year at work. */
  readonly traded_count: number;
  readonly timed_count: number;
  readonly returns: string;
  readonly bands: readonly ReturnBand[];
  readonly timing: string;
  readonly gaps: string;
  /** Of those with more than a year at work all, or as many from the most to the least valuable as a picture takes. */
  readonly dots: readonly TimedClient[];
}

/** `rows` are those of all clients, the most valuable first. */
export function clientsOfAll(rows: readonly ClientRow[]): ClientsOfAll {
  const timed = timedClients(rows);
  return {
    spread: clientsText(rows),
    traded_count: rows.filter(({trade_count}) => trade_count > 0).length,
    timed_count: timed.length,
    returns: returnsFinding(timed),
    bands: returnBands(timed),
    timing: timingFinding(timed),
    gaps: timingText(timed),
    dots: evenly(timed, mostDots),
  };
}

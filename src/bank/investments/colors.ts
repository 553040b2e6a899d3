/** The colours of what investing pages divide money into, the same on each of them. */

import {color, groupColor} from "../../components/palette.js";
import type {GainPart} from "./tickers.js";
import type {Side} from "./volume.js";

export type Cause = "flow" | "market";

/** What a cause of change is called. */
export const causeNames = {
  flow: "Clients' money",
  market: "Market",
} as const satisfies Record<Cause, string>;

/** Money that clients move is context; what the market does is the story. */
export function causeColor(cause: Cause): string {
  return cause === "flow" ? color("context") : groupColor("investing");
}

export function sideColor(side: Side): string {
  return side === "bought" ? groupColor("investing") : color("context");
}

export function gainColor(part: GainPart): string {
  if (part === "dividends") return groupColor("saving");
  return part === "realized" ? groupColor("investing") : color("accent");
}

import {color} from "../../components/palette.js";
import type {RunwayBand} from "../../lib/forecasting/runway.js";

/** Red and amber in the palette's loss and warning; what is in no danger is context. */
export function bandColor(band: RunwayBand): string {
  if (band === "red") return color("loss");
  return color(band === "amber" ? "caution" : "context");
}

/** A share of futures that run dry: more than half in loss, more than a fifth in warning. */
export function dryColor(share: number): string {
  if (share > 0.5) return color("loss");
  return color(share > 0.2 ? "caution" : "context");
}

import {color} from "../../components/palette.js";
import type {RunwayBand} from "../../lib/forecasting/runway.js";

/** Red and amber in the palette's loss and caution; what is in no danger is context. */
export function bandColor(band: RunwayBand): string {
  if (band === "red") return color("loss");
  return color(band === "amber" ? "caution" : "context");
}

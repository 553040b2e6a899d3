import {dayIn} from "../dateText.js";
import {type Element, firstText} from "./element.js";

/** The day of a `Dt`, or of a `DtTm` as the bank wrote it, without its time and zone; empty where it is none. */
export function camtDay(element: Element | undefined): string {
  const text = camtDayText(element).slice(0, 10);
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dayIn({parts: [year, month, day], orders: ["ymd"], mark: ""}, "ymd") ?? "";
}

/** What stands there as a day. */
export const camtDayText = (element: Element | undefined): string =>
  firstText(element, "Dt", "DtTm");

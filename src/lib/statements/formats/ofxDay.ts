import {dayIn} from "../dateText.js";

/** The day of `20240131120000.000[-5:EST]` as the bank's own clock had it; undefined where it is none. */
export function ofxDay(text: string): string | undefined {
  const [, year = "", month = "", day = ""] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text.trim()) ?? [];
  return dayIn({parts: [year, month, day], orders: ["ymd"], mark: ""}, "ymd");
}

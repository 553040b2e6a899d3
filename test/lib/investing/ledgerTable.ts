import {parseDay} from "../../../src/lib/day.js";
import {maybeDecimal, roundTo, times} from "../../../src/lib/investing/decimal.js";
import type {Split, Trade} from "../../../src/lib/investing/trade.js";

/** A case as written: a title, and one line for each thing that happens. */
export interface Case {
  readonly title: string;
  readonly methods: readonly ("average" | "fifo")[];
  readonly trades: readonly Trade[];
  readonly splits: readonly Split[];
  /** The columns after the first one, one row for each line. */
  readonly expected: readonly (readonly string[])[];
}

/**
 * Cases from a text:
 *
 *     # both: title            (or average:, or fifo:)
 *     buy 10 @ 10.00 fee 1.00      | column | column …
 *     & sell 4 @ 11.00 usd 0.95    | …
 *     split 1:4                    | …
 *
 * Each line is a day later than the one before, unless it starts with `&`. Account A, symbol X.
 */
export function casesIn(text: string): Case[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [head, ...lines] = block.split("\n").filter((line) => line.trim() !== "");
      const [method, title] = splitOnce(head!, ": ");
      const methods = method === "both" ? (["average", "fifo"] as const) : [method as "average"];
      const trades: Trade[] = [];
      const splits: Split[] = [];
      let day = parseDay("2025-05-01");
      for (const [i, line] of lines.entries()) {
        const action = line.split("|")[0]!.trim();
        if (!action.startsWith("&")) day++;
        const words = action.replace("&", "").trim().split(/\s+/);
        if (words[0] === "split") splits.push(splitFrom(words, day));
        else trades.push(tradeFrom(words, day, i + 1));
      }
      const expected = lines.map((line) =>
        line
          .split("|")
          .slice(1)
          .map((cell) => cell.trim()),
      );
      return {title, methods, trades, splits, expected};
    });
}

function splitFrom([, ratio]: string[], day: number): Split {
  const [sharesBefore, sharesAfter] = ratio!.split(":").map(Number) as [number, number];
  return {symbol: "X", day, sharesBefore, sharesAfter};
}

function tradeFrom(words: string[], day: number, tradeId: number): Trade {
  const after = (word: string, otherwise: string) => {
    const at = words.indexOf(word);
    return maybeDecimal(at < 0 ? otherwise : words[at + 1]!)!;
  };
  const quantity = maybeDecimal(words[1]!)!;
  const price = after("@", "");
  const rate = after("usd", "1");
  return {
    tradeId,
    accountId: "A",
    symbol: "X",
    side: words[0] as "buy" | "sell",
    day,
    quantityE6: roundTo(quantity, 6),
    price: Number(price.digits) / 10 ** price.decimals,
    rateE6: roundTo(rate, 6),
    grossCents: roundTo(times(times(quantity, price), rate), 2),
    localCents: roundTo(times(quantity, price), 2),
    feeCents: roundTo(after("fee", "0"), 2),
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}

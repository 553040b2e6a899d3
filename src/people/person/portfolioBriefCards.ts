import {cardRow, numberCard} from "../../components/numberCard.js";
import {percent, type Value, withSign} from "../../lib/format.js";
import type {ClientRow} from "../../lib/investing/clients.js";
import {plural} from "../../lib/words.js";
import {idleShare} from "./portfolio.js";

/** A portfolio in three numbers, for a person's home; nothing where there is none. */
export function portfolioBriefCards(
  client: ClientRow | undefined,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  if (!client || client.value_eur <= 0) return cardRow([], {document});
  const yearly = (share: Value) => withSign(share, (value) => percent(value, 1));
  return cardRow(
    [
      numberCard({
        label: "Value",
        value: client.value_eur,
        note: `${percent(idleShare(client))} of it is idle cash`,
        document,
      }),
      numberCard({
        label: "Time-weighted a year",
        value: client.twr_share,
        format: yearly,
        note: "how good the holdings were",
        document,
      }),
      numberCard({
        label: "Money-weighted a year",
        value: client.xirr_share,
        format: yearly,
        note: `XIRR, over ${plural(client.trade_count, "trade")}`,
        document,
      }),
    ],
    {document},
  );
}

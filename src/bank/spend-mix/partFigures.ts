/** The figures on what is paid for, where, in which sizes, and at which shops. */
import {columnList} from "../../components/columnList.js";
import type {FigureElement} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {liveFigure} from "../../components/liveFigure.js";
import {count, percent} from "../../lib/format.js";
import {categoriesText, type FlowName, flows, useNames} from "./axes.js";
import type {FocusAxis} from "./cubes.js";
import {flowColor} from "./paths.js";
import type {Spend} from "./spend.js";
import {ofText, partColumns, ranked, spendBars} from "./spendBars.js";
import {binName, type Ticket, ticketsFinding, ticketsOf} from "./tickets.js";
import {chainsFinding, citiesFinding, usesFinding} from "./words.js";

interface RankedFigure {
  readonly id: string;
  readonly axis: "flow" | "city" | "chain";
  readonly choice?: FocusAxis;
  readonly keys: readonly string[];
  readonly colors?: (key: string) => string;
  readonly finding: typeof usesFinding;
  readonly subtitle: string;
  readonly note: string;
}

function rankedFigure(
  spend: Spend,
  code: Query,
  {id, finding, subtitle, note, ...options}: RankedFigure,
): FigureElement {
  const {parts, element, draw} = spendBars(spend, options);
  return liveFigure({
    id,
    finding: (rows) => finding(rows, spend.selection),
    subtitle: () => `${subtitle}, EUR and share; ${ofText(spend)}`,
    rows: parts,
    onChange: spend.onChange,
    picture: {element, draw},
    columns: partColumns,
    note,
    height: options.keys.length * 26,
    code,
  });
}

/** What was paid for. */
export function spendUses(spend: Spend, code: Query): FigureElement {
  const colors = (key: string) => flowColor(flows[key as FlowName]);
  return rankedFigure(spend, code, {
    id: "spend-uses",
    axis: "flow",
    choice: "flow",
    keys: ranked(spend, "flow", useNames),
    colors,
    finding: usesFinding,
    subtitle: "Paid by what it was for",
    note:
      `Housing is ${categoriesText("housing").toLowerCase()}; leisure is ${categoriesText("leisure").toLowerCase()}. ` +
      "The colour is that of the account that pays.",
  });
}

/** Where those who paid live or sit. */
export function spendCities(spend: Spend, code: Query): FigureElement {
  return rankedFigure(spend, code, {
    id: "spend-cities",
    axis: "city",
    choice: "city",
    keys: ranked(spend, "city"),
    finding: citiesFinding,
    subtitle: "Paid by customers of each city",
    note: "The city of the customer who pays, wherever the money goes.",
  });
}

/** Which chains of shops take the money. */
export function spendChains(spend: Spend, code: Query): FigureElement {
  const named = ranked(spend, "chain").filter((key) => key !== "other");
  return rankedFigure(spend, code, {
    id: "spend-chains",
    axis: "chain",
    keys: [...named, "other"],
    finding: chainsFinding,
    subtitle: "Paid to shops by chain",
    note:
      `The ${named.length} chains that took the most over all months; shops that differ by their city only are one chain. ` +
      "Shops are paid by people, by card, wallet or direct debit.",
  });
}

/** How large payments are. */
export function spendTickets(spend: Spend, code: Query): FigureElement {
  const tickets = () => ticketsOf(spend.data, spend.selection);
  const {element, draw} = columnList({
    items: tickets().map(({from_eur, to_eur}, at) => ({
      key: String(at),
      label: binName(from_eur, to_eur),
    })),
    height: 240,
  });
  return liveFigure<Ticket>({
    id: "spend-tickets",
    finding: ticketsFinding,
    subtitle: () => `Payments by amount, number; ${ofText(spend)}`,
    rows: tickets,
    onChange: spend.onChange,
    picture: {
      element,
      draw: (rows, width) =>
        draw(
          rows.map(({from_eur, to_eur, payment_count, share}) => ({
            value: payment_count,
            text: `${binName(from_eur, to_eur, "€")}: ${count(payment_count)} payments, ${percent(share)}`,
          })),
          width,
        ),
    },
    note: "Each column begins at the amount below it; they are wider from left to right.",
    height: 240,
    code,
  });
}

import type {ComparedLine} from "../lib/companies/oneCompany.js";
import type {StatementLine} from "../lib/companies/statement.js";
import {moneyScale, moneyWhole, percent} from "../lib/format.js";
import type {Column} from "./columns.js";
import {builder} from "./dom.js";
import {narrow} from "./plotDefaults.js";

/** How a statement is rounded. */
export const roundedNote =
  "Amounts and shares are rounded one by one, so that they may miss their total by one; the CSV has the cents.";

/** Its columns where it is a table like any other, and in a workbook. */
export const statementColumns: readonly Column<StatementLine>[] = [
  {key: "label", label: "Line"},
  {key: "amount_eur", label: "Amount"},
  {key: "share", label: "Of revenue", kind: "percent"},
];

interface Options {
  readonly caption: string;
  /** In pixels; where there is little room beside an industry, amounts are short. */
  readonly width: number;
  readonly document?: Document;
}

/**
 * A profit and loss statement as accountants set it: lines in their order and set in, totals in bold below a rule, shares
 * of revenue beside them, and with an industry's shares a column more. It does not sort, because its order is its meaning.
 */
export function statementTable(
  lines: readonly (StatementLine | ComparedLine)[],
  {caption, width, document = globalThis.document}: Options,
): HTMLElement {
  const {html} = builder(document);
  const isCompared = lines.some((line) => "industry_share" in line);
  const heads = ["EUR", "Of revenue", ...(isCompared ? ["Industry"] : [])];
  const amounts = lines.map(({amount_eur}) => amount_eur);
  const write = isCompared && width < narrow ? moneyScale(amounts) : moneyWhole;
  const row = (line: StatementLine | ComparedLine) => {
    const cells = [
      write(line.amount_eur),
      percent(line.share, 1),
      ...(isCompared
        ? [percent("industry_share" in line ? line.industry_share : undefined, 1)]
        : []),
    ];
    return html(
      "tr",
      line.isTotal ? {class: "is-total"} : {},
      html("th", {scope: "row"}, line.label),
      ...cells.map((cell) => html("td", {class: "is-number"}, cell)),
    );
  };
  return html(
    "div",
    {class: "data-table statement"},
    html(
      "div",
      {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption},
      html(
        "table",
        {},
        html("caption", {class: "visually-hidden"}, caption),
        html(
          "thead",
          {},
          html(
            "tr",
            {},
            html("th", {scope: "col"}, html("span", {class: "visually-hidden"}, "Line")),
            ...heads.map((head) => html("th", {scope: "col", class: "is-number"}, head)),
          ),
        ),
        html("tbody", {}, ...lines.map(row)),
      ),
    ),
  );
}

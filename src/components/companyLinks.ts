import {builder} from "./dom.js";

const pages = {
  company: {words: "accounts and cash", anchor: ""},
  "profit-and-loss": {words: "profit and loss", anchor: "#one-company-beside-its-industry"},
  payroll: {words: "payroll", anchor: "#one-company"},
  runway: {words: "runway", anchor: "#one-company"},
} as const;

/** Links from one page on a company to the others, with the same company chosen; nothing where none is. */
export function companyLinks(
  id: string | null | undefined,
  here: keyof typeof pages,
  {document = globalThis.document}: {readonly document?: Document} = {},
): HTMLElement {
  const {html} = builder(document);
  if (!id) return html("p", {});
  const links = Object.entries(pages).filter(([page]) => page !== here);
  const parts = links.flatMap(([page, {words, anchor}], at) => [
    at === 0 ? "See also: " : ", ",
    html("a", {href: `./${page}?id=${encodeURIComponent(id)}${anchor}`}, words),
  ]);
  return html("p", {}, ...parts, ".");
}

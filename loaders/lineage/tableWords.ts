import {tables} from "../../src/lib/bank/schema.js";

/** What a table is, and what its columns hold, in words. */
export interface TableWords {
  readonly grain: string | null;
  readonly columns: ReadonlyMap<string, string>;
}

/** What columns of these names hold wherever a derived table has them, and its header says no more. */
const sharedWords: Readonly<Record<string, string>> = {
  account_id: "the account",
  account_kind: "checking, savings or brokerage",
  category: "what it was for (src/lib/bank/categories.ts)",
  category_group: "the group of the category",
  channel: "how it was paid",
  coicop: "class of the UN’s list of consumption, for what people buy",
  company_id: "the company",
  day: "the day",
  due_on: "by when",
  goal_id: "the goal",
  label: "the category in words",
  leg_count: "number of legs",
  name: "name",
  owner_kind: "whom it concerns: people, companies or both",
  pay_eur: "pay of the month",
  revenue_eur: "what customers paid",
  state: "reached, overdue, on_track or behind",
  target_eur: "amount to reach",
  tax_eur: "taxes paid",
  transaction_id: "the leg",
  user_id: "the customer",
};

/** Made by the snapshot itself, of src/lib/bank/categories.ts. */
const categoryGrain = "one row per category of payments";

/** The words of the bank's schema for a table, and where it is derived, those of the header of its SELECT. */
export function tableWords(name: string, header: string | undefined): TableWords {
  const table = tables.find((table) => table.name === name);
  if (table)
    return {
      grain: `one row per ${table.grain}`,
      columns: new Map(table.columns.map(({name, comment}) => [name, comment])),
    };
  const text = (header ?? "").replace(/^-- ?/gm, "").replace(/\s+/g, " ");
  const told = /\bGrain: (.+?)(?:;|\.(?: |$))/.exec(text)?.[1];
  const own = columnWords(/\bColumns: (.+)/.exec(text)?.[1] ?? "");
  return {
    grain: told ?? (name === "categories" ? categoryGrain : null),
    columns: new Map([...Object.entries(sharedWords), ...own]),
  };
}

/** `user_id, month (first day), inflow_eur and outflow_eur (both positive)`, by column. */
function columnWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  const told = /\b([a-z]\w*)(?: and ([a-z]\w*))? \(((?:[^()]|\([^()]*\))+)\)/g;
  for (const [, one = "", other, meaning = ""] of text.matchAll(told))
    for (const column of [one, other])
      if (column !== undefined && !words.has(column)) words.set(column, meaning);
  return words;
}

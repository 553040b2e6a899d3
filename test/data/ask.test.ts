import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {readRows} from "../../loaders/rows.js";
import {publishBank} from "../../loaders/snapshot/publish.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {type CategoryName, categories} from "../../src/lib/bank/categories.js";
import {parseEur} from "../../src/lib/money.js";
import type {
  CityMerchant,
  LatePayer,
  OrderFees,
  SalaryDay,
  WeekSpending,
} from "../../src/workbench/ask/answers.js";
import {type FileColumn, publishedColumns} from "../../src/workbench/ask/publishedColumns.js";
import {bank} from "../support/bank.js";
import {type Statement, statementOf} from "../support/statement.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {tinySnapshot} from "../support/tinySnapshot.js";
import {openWasmBank} from "../support/wasmBank.js";

const folder = bank({individuals: 150, companies: 40, months: 14, seed: 9});
const markdown = readFileSync(join(projectRoot, "src/workbench/ask.md"), "utf8");

/** What the page's inputs hold, as the cells are given it. */
const inputs: Readonly<Record<string, string>> = {
  week: "2025-12-17",
  days: "5",
  city: "Berlin",
  grace: "7",
  repeats: "6",
};

let snapshot: SnapshotReader;
let wasm: Awaited<ReturnType<typeof openWasmBank>>;
let statement: Statement;

beforeAll(async () => {
  const opened = await tinySnapshot(folder);
  snapshot = opened;
  statement = statementOf(folder);
  const file = join(temporaryFolder("ask"), "bank.duckdb");
  writeFileSync(file, await publishBank(opened.file));
  wasm = await openWasmBank(file);
});
afterAll(() => snapshot.close());

/** The text of a ```sql cell of the page. */
function cell(id: string): string {
  const found = new RegExp(`^\`\`\`sql id=${id}(?: echo)?\\n([\\s\\S]*?)\\n\`\`\`$`, "m").exec(
    markdown,
  );
  if (!found) throw new Error(`no cell on the page: ${id}`);
  return found[1]!;
}

/** A cell's rows in the browser's engine, its inputs bound as Framework binds them. */
function asked<T>(id: string): T[] {
  const values: string[] = [];
  const sql = cell(id).replace(/\$\{(\w+)\}/g, (_, name: string) => {
    values.push(inputs[name]!);
    return "?";
  });
  const prepared = wasm.prepare(sql);
  const rows = prepared
    .query(...values)
    .toArray()
    .map((row) => row.toJSON());
  prepared.close();
  return rows as T[];
}

/** The same in the engine of the loaders, over the snapshot, the inputs written out. */
async function loaded<T>(id: string): Promise<T[]> {
  const sql = cell(id).replace(/\$\{(\w+)\}/g, (_, name: string) => `'${inputs[name]}'`);
  return readRows(await snapshot.connection.run(sql)) as unknown as T[];
}

const rounded = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === "number" ? Number(value.toPrecision(9)) : value,
      ]),
    ),
  );

const group = (category: string) => categories[category as CategoryName].group;

describe("the cells of the page", () => {
  it.each(["weekSpending", "salaryDays", "cityMerchants", "latePayers", "orderFees"])(
    "%s gives the same rows in the browser's engine as in that of the loaders",
    async (id) => {
      const rows = asked<object>(id);
      expect(rows.length).toBeGreaterThan(0);
      expect(rounded(rows)).toEqual(rounded(await loaded(id)));
    },
  );

  it("are five questions, each with an input", () => {
    const ids = [...markdown.matchAll(/^```sql id=(\w+) echo$/gm)].map(([, id]) => id!);
    expect(ids).toHaveLength(5);
    for (const id of ids) expect(cell(id)).toMatch(/\$\{\w+\}/);
  });
});

describe("the answers, worked out again from the CSV files", () => {
  const legs = () => statement.rows("transactions");
  const ownerOf = () =>
    new Map(statement.rows("accounts").map((row) => [row.account_id!, row.user_id!]));
  const dayAfter = (day: string, days: number) =>
    new Date(Date.parse(day) + 86_400_000 * days).toISOString().slice(0, 10);

  it("weekSpending: the seven days, and an eighth of the eight weeks before", () => {
    const owner = ownerOf();
    const spent = (category: string, from: string, to: string) =>
      legs()
        .filter(
          (leg) =>
            leg.category === category &&
            owner.get(leg.account_id!)!.startsWith("ind-") &&
            leg.booked_on! >= from &&
            leg.booked_on! < to,
        )
        .reduce((sum, leg) => sum + Math.max(0, -parseEur(leg.amount_eur!)), 0);
    const rows = asked<WeekSpending>("weekSpending");
    for (const {category, week_eur, usual_eur} of rows) {
      expect(group(category)).toBe("discretionary");
      expect(Math.round(100 * week_eur)).toBe(spent(category, "2025-12-17", "2025-12-24"));
      const before = spent(category, dayAfter("2025-12-17", -56), "2025-12-17");
      expect(usual_eur).toBeCloseTo(before / 800, 6);
    }
  });

  it("salaryDays: all that leaves within five days of each of three months' salaries", () => {
    const last = statement.rows("calendar").at(-1)!.day!;
    const [to, from] = [dayAfter(last, -5), dayAfter(last, -96)];
    const salaries = legs().filter(
      (leg) => leg.category === "salary" && leg.booked_on! < to && leg.booked_on! >= from,
    );
    const byAccount = new Map<string, ReturnType<typeof legs>[number][]>();
    for (const leg of legs()) {
      const own = byAccount.get(leg.account_id!) ?? [];
      own.push(leg);
      byAccount.set(leg.account_id!, own);
    }
    let left = 0;
    for (const salary of salaries) {
      const start = Date.parse(`${salary.booked_at!.replace(" ", "T")}Z`);
      for (const leg of byAccount.get(salary.account_id!)!) {
        const at = Date.parse(`${leg.booked_at!.replace(" ", "T")}Z`);
        const cents = parseEur(leg.amount_eur!);
        if (cents < 0 && at > start && at < start + 5 * 86_400_000) left -= cents;
      }
    }
    const brought = salaries.reduce((sum, leg) => sum + parseEur(leg.amount_eur!), 0);
    const share = asked<SalaryDay>("salaryDays")
      .filter(({day}) => day === 5)
      .reduce((sum, row) => sum + row.left_share, 0);
    expect(share).toBeCloseTo(left / brought, 9);
  });

  it("cityMerchants: what people of the city paid to the first, and its share", () => {
    const owner = ownerOf();
    const city = new Map(statement.rows("users").map((row) => [row.user_id!, row.city!]));
    const merchants = new Map(
      statement
        .rows("counterparties")
        .filter(({kind}) => kind === "merchant")
        .map((row) => [row.counterparty_id!, row.name!]),
    );
    const paid = new Map<string, number>();
    for (const leg of legs()) {
      const user = owner.get(leg.account_id!)!;
      if (
        !user.startsWith("ind-") ||
        city.get(user) !== "Berlin" ||
        !merchants.has(leg.counterparty_id!)
      )
        continue;
      paid.set(
        leg.counterparty_id!,
        (paid.get(leg.counterparty_id!) ?? 0) - parseEur(leg.amount_eur!),
      );
    }
    const all = [...paid.values()].reduce((sum, cents) => sum + cents, 0);
    const [id, most] = [...paid].sort(([, a], [, b]) => b - a)[0]!;
    const [first] = asked<CityMerchant>("cityMerchants");
    expect([first!.merchant, Math.round(100 * first!.spent_eur)]).toEqual([
      merchants.get(id),
      most,
    ]);
    expect(first!.spent_share).toBeCloseTo(most / all, 9);
  });

  it("latePayers: invoices whose grace has run out, paid or not", () => {
    const last = statement.rows("calendar").at(-1)!.day!;
    const paidOn = new Map(legs().map((leg) => [leg.transaction_id!, leg.booked_on!]));
    const shares = new Map<string, {due: number; late: number}>();
    for (const invoice of statement.rows("invoices")) {
      const isCreditNote = Number(invoice.amount_eur) < 0;
      if (isCreditNote || invoice.due_on! >= dayAfter(last, -7)) continue;
      const payer = invoice.customer_id || invoice.counterparty_id!;
      const share = shares.get(payer) ?? {due: 0, late: 0};
      share.due++;
      if ((paidOn.get(invoice.transaction_id!) ?? last) > dayAfter(invoice.due_on!, 7))
        share.late++;
      shares.set(payer, share);
    }
    const worst = [...shares.values()]
      .filter(({due}) => due >= 20)
      .map(({due, late}) => late / due)
      .sort((a, b) => b - a)
      .slice(0, 12);
    expect(asked<LatePayer>("latePayers").map(({late_share}) => late_share)).toEqual(worst);
  });

  it("orderFees: each purchase once, in a plan where its amount repeats", () => {
    const buys = statement.rows("trades").filter(({side}) => side === "buy");
    const key = (row: (typeof buys)[number]) => `${row.account_id} ${row.symbol} ${row.gross_eur}`;
    const repeats = new Map<string, number>();
    for (const buy of buys) repeats.set(key(buy), (repeats.get(key(buy)) ?? 0) + 1);
    const rows = asked<OrderFees>("orderFees");
    for (const [index, row] of rows.entries()) {
      const below = rows[index + 1]?.least_eur ?? Number.POSITIVE_INFINITY;
      const singles = buys.filter((buy) => {
        const gross = Number(buy.gross_eur);
        return gross >= row.least_eur && gross < below && repeats.get(key(buy))! < 6;
      });
      const sum = (name: string) => singles.reduce((cents, buy) => cents + parseEur(buy[name]!), 0);
      expect(row.single_order_count).toBe(singles.length);
      if (singles.length === 0) expect(row.single_fee_share).toBeNull();
      else expect(row.single_fee_share).toBeCloseTo(sum("fee_eur") / sum("gross_eur"), 9);
    }
    const counted = rows.map((row) => row.plan_order_count + row.single_order_count);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(buys.length);
  });
});

describe("what there is to ask", () => {
  it("lists each column of the file, with the words of the schema where it has them", () => {
    const columns = publishedColumns(asked<FileColumn>("columns"));
    const of = (table: string, column: string) =>
      columns.find((row) => row.table === table && row.column === column);
    expect(of("transactions", "amount_eur")).toEqual({
      table: "transactions",
      row_count: statement.rows("transactions").length,
      column: "amount_eur",
      type: "DECIMAL(18,2)",
      holds: "signed: positive is money in",
    });
    expect(of("company_months", "net_eur")?.holds).toBeUndefined();
    expect(of("users", "email")).toBeUndefined();
  });
});

import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {beforeAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {
  figures,
  prepareFigures,
  showFigure,
  statementRow,
} from "../../../scripts/bench/realism/statement.js";
import {tables} from "../../../src/lib/bank/schema.js";
import {bank} from "../../support/bank.js";
import {duckdbBank} from "../../support/duckdbBank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

const readme = readFileSync(join(projectRoot, "data/README.md"), "utf8");

/** The cells of each row of the table that has this header, below a heading. */
function tableUnder(heading: string): string[][] {
  const section = readme.split(`${heading}\n`)[1]?.split("\n#")[0] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

async function open(folder: string): Promise<DuckDBConnection> {
  const {connection} = await tinySnapshot(folder);
  await prepareFigures(connection);
  return connection;
}

describe("the statement of realism in data/README.md", () => {
  const stated = readme.split("## Realism\n")[1]?.split("\n#")[0]?.split("\n") ?? [];
  const rows = new Map(stated.map((line) => [line.split(" | ")[0]?.slice(2), line]));
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await open(bank());
  });

  it("has a row for each figure, and no other", () => {
    expect(tableUnder("## Realism").map(([name]) => name)).toEqual(figures.map(({name}) => name));
  });

  it.each(figures)("is right about: $name", async (figure) => {
    const shown = await showFigure(connection, figure);
    expect(rows.get(figure.name)).toBe(statementRow(shown));
    expect(shown.isMet ? "met" : figure.reason).toMatch(/\w{3,}/);
  });
});

describe("the default bank", () => {
  it("has 600,000 to 800,000 transactions and at least 400 investors", async () => {
    const connection = await duckdbBank(bank());
    const [row] = (
      await connection.runAndReadAll(
        "select (select count(*) from transactions)::integer, count(distinct account_id)::integer from trades",
      )
    ).getRows();
    expect(row![0]).toBeGreaterThan(600_000);
    expect(row![0]).toBeLessThan(800_000);
    expect(row![1]).toBeGreaterThan(400);
  });
});

/** Those that hang on many people and payments, and so hold for any seed. */
const core = figures.filter(({isCore}) => isCore);

describe.each([7, 2026])("a bank of seed %i", (seed) => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await open(bank({individuals: 1000, companies: 50, months: 12, seed}));
  });

  it.each(core)("is near the published figure: $name", async (figure) => {
    const {value} = await showFigure(connection, figure);
    expect(value).toBeGreaterThanOrEqual(figure.from * 0.85);
    expect(value).toBeLessThanOrEqual(figure.to * 1.15);
  });
});

describe("the table dictionary in data/README.md", () => {
  it.each(tables)("describes every column of $name, in order", ({name, columns}) => {
    const described = tableUnder(`### ${name}`);
    expect(described.map(([column, type]) => [column, type])).toEqual(
      columns.map((column) => [column.name, column.type]),
    );
    columns.forEach(({comment, nullable, references}, place) => {
      const holds = described[place]![2]!;
      expect(holds).toContain(comment);
      expect(holds.includes("may be empty")).toBe(nullable === true);
      if (references) expect(holds).toContain(`\`${references.table}.${references.column}\``);
    });
  });
});

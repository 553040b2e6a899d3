import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {formatDay, parseDay} from "../../../src/lib/day.js";
import {between, pick, stream} from "../../../src/lib/stream.js";

const folder = mkdtempSync(join(tmpdir(), "statement-speed-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** Three seconds are 4.5 times what parting the cells alone takes on the machine that the promise was made on. */
const most = 4.5;

describe("a statement of 100,000 rows", () => {
  it("is read, in a process that has read nothing yet, in the time in which its cells are parted 4.5 times", () => {
    const file = join(folder, "long.csv");
    writeFileSync(file, longStatement(100_000));
    const time = (what: "read" | "part"): number => {
      const args = ["--import", "tsx", "test/support/statementTime.ts", file, what];
      const {stdout} = spawnSync(process.execPath, args, {cwd: projectRoot, encoding: "utf8"});
      const {ms, count} = JSON.parse(stdout);
      expect(count).toBe(what === "read" ? 100_000 : 100_001);
      return ms;
    };
    const rounds = Array.from({length: 3}, () => ({part: time("part"), read: time("read")}));
    const best = (what: "read" | "part") => Math.min(...rounds.map((round) => round[what]));
    expect(best("read") / best("part"), JSON.stringify(rounds)).toBeLessThan(most);
  }, 120_000);
});

/** A German statement with a running balance, twelve megabytes of it. */
function longStatement(count: number): string {
  const draw = stream(7, "long statement");
  const names = Array.from({length: 3000}, (_, at) => `Bäckerei ${at} GmbH`);
  const kinds = ["Kartenzahlung", "Lastschrift", "Gutschrift", "Dauerauftrag"];
  const first = parseDay("2015-01-01");
  let balance = 100_000;
  const lines = [
    "Buchungstag;Wertstellung;Empfänger;Buchungstext;Verwendungszweck;Betrag;Saldo;Währung",
  ];
  for (let at = 0; at < count; at++) {
    const cents =
      between(draw, 1, 5) === 1 ? between(draw, 1000, 400_000) : -between(draw, 100, 90_000);
    balance += cents;
    const day = formatDay(first + Math.floor(at / 25))
      .split("-")
      .reverse()
      .join(".");
    const told = `Rechnung ${between(draw, 1000, 99_999)} vom Januar, Kundennummer ${at}`;
    const money = `${germanAmount(cents)};${germanAmount(balance)};EUR`;
    lines.push(`${day};${day};${pick(draw, names)};${pick(draw, kinds)};${told};${money}`);
  }
  return `${lines.join("\n")}\n`;
}

function germanAmount(cents: number): string {
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${cents < 0 ? "-" : ""}${whole},${String(size % 100).padStart(2, "0")}`;
}

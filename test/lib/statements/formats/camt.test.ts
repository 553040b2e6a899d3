import {describe, expect, it} from "vitest";
import {readStatement} from "../../../../src/lib/statements/readStatement.js";
import {StatementError} from "../../../../src/lib/statements/statementError.js";
import {camtWritten} from "../../../support/formats/camtWriter.js";
import {drawnStatement, statedCents, writtenRow} from "../../../support/formats/drawnStatement.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readStatement(bytesOf(text));

const entry = (inner: string) =>
  `<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2024-01-31</Dt></BookgDt>${inner}</Ntry>`;
const camt = (entries: string) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>\n${entries}\n</Stmt></BkToCstmrStmt></Document>`;

describe("readCamt(text)", () => {
  it("reads exactly what was written, whatever the version, prefix, shape of parties and batches", () => {
    for (let seed = 0; seed < 300; seed++) {
      const statement = drawnStatement(seed);
      const got = readStatement(bytesOf(camtWritten(statement, seed)));
      expect(got.problems, `seed ${seed}`).toEqual([]);
      expect(got.rows.map(writtenRow), `seed ${seed}`).toEqual(statement.rows);
      expect(got.recognised.balanceCount, `seed ${seed}`).toMatchObject({held: 1, all: 1});
      expect(got.doubts).toEqual([]);
      expect(statedCents(got), `seed ${seed}`).toEqual([
        ["opening", statement.openingCents],
        ["closing", statement.closingCents],
      ]);
    }
  });

  it("says which balance the rows do not lead to", () => {
    const text = camtWritten(drawnStatement(1), 1).replace("CLBD</Cd>", "CLBD</Cd><!-- -->");
    expect(read(text).recognised.balanceCount).toMatchObject({held: 1, all: 1});
    const [first] = drawnStatement(1).rows;
    const plain = first!.amount.replace("-", "");
    expect(read(text.replace(`>${plain}<`, `>9${plain}<`)).doubts[0]).toMatch(
      /^line \d+: the closing balance is .* the rows lead to /,
    );
  });

  it("keeps one row of a batch whose details do not make up its amount", () => {
    const details = ["4.00", "5.00"].map(
      (amount) => `<TxDtls><Amt Ccy="EUR">${amount}</Amt></TxDtls>`,
    );
    const {rows} = read(camt(entry(`<NtryDtls>${details.join("")}</NtryDtls>`)));
    expect(rows.map(({amount}) => amount)).toEqual(["-10.00"]);
  });

  it("reads a batch of more details than a call takes arguments", () => {
    const count = 150_000;
    const details = '<TxDtls><Amt Ccy="EUR">1.00</Amt></TxDtls>'.repeat(count);
    const batch = entry(`<NtryDtls>${details}</NtryDtls>`).replace("10.00", `${count}.00`);
    expect(read(camt(batch)).rows).toHaveLength(count);
  }, 60_000);

  it.each([
    ["2023-04-31", "2023-05-02"],
    ["2023-02-29", "2023-03-01"],
    ["2024-02-30", "2024-03-01"],
    ["2023-02-31", "2023-03-01"],
    ["2023-11-31T08:00:00+01:00", "2023-12-01T00:00:00"],
    ["2023-13-01", "2023-12-01"],
    ["0000-00-00", "2023-12-01"],
  ])("takes %s, which no calendar has, for no day", (none, day) => {
    const of = (name: string, text: string) => {
      const kind = text.includes("T") ? "DtTm" : "Dt";
      return `<${name}><${kind}>${text}</${kind}></${name}>`;
    };
    const dated = (days: string) => entry("").replace(/<BookgDt>.*<\/BookgDt>/, days);
    const {rows, problems} = read(
      camt(
        [
          dated(of("BookgDt", none) + of("ValDt", day)),
          dated(of("BookgDt", day) + of("ValDt", none)),
          dated(of("BookgDt", none) + of("ValDt", none)),
        ].join("\n"),
      ),
    );
    const date = day.slice(0, 10);
    expect(rows.map((row) => [row.date, row.valueDate])).toEqual([
      [date, date],
      [date, ""],
    ]);
    expect(problems).toEqual([{line: 4, column: "BookgDt", value: none, reason: "no date"}]);
  });

  it("states no day of a balance that no calendar has", () => {
    const balance = (day: string) =>
      `<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt>${day}</Dt></Bal>`;
    const stated = (day: string) => read(camt(balance(day) + entry(""))).balances;
    expect(stated("<Dt>2023-04-31</Dt>")).toMatchObject([{day: ""}]);
    expect(stated("<Dt>soon</Dt>")).toMatchObject([{day: ""}]);
    expect(stated("<DtTm>2023-04-30T08:00:00</DtTm>")).toMatchObject([{day: "2023-04-30"}]);
  });

  it("keeps the entries before the place where the file breaks off, and lists the one that is cut", () => {
    const text = camt(`${entry("")}\n${entry("<AddtlNtryInf>Tea</AddtlNtryInf>")}`);
    const {rows, problems} = read(text.slice(0, text.indexOf("Tea") + 2));
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      {line: 3, column: "Ntry", value: "", reason: "the file breaks off within the entry"},
      {line: 3, column: "", value: "", reason: "the file breaks off"},
    ]);
  });

  it.each([
    [
      "entities that grow",
      `<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<Document>&b;</Document>`,
      "line 2: a document type of its own is not read",
    ],
    [
      "an entity from outside",
      `<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><Document/>`,
      "line 1: a document type of its own is not read",
    ],
    [
      "an entity that nothing declares",
      camt(entry("&lol;")),
      "line 2: broken XML: undefined entity",
    ],
    [
      "tags in wrong order",
      camt("<Ntry><Amt></Ntry></Amt>"),
      "line 2: broken XML: unexpected close tag",
    ],
    ["elements without end", `<Document>${"<a>".repeat(5000)}`, "elements within elements"],
    [
      "another message",
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn/></Document>',
      "XML that is no camt.053 or camt.052 but pain.001",
    ],
    ["an entry that breaks off alone", camt(entry("")).slice(0, 200), "the file breaks off"],
  ])("%s is refused in one line", (_, text, message) => {
    expect(() => read(text)).toThrow(StatementError);
    expect(() => read(text)).toThrow(message);
  });
});

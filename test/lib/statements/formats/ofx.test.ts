import {describe, expect, it} from "vitest";
import {readStatement} from "../../../../src/lib/statements/readStatement.js";
import {drawnStatement, writtenRow} from "../../../support/formats/drawnStatement.js";
import {ofxWritten} from "../../../support/formats/ofxWriter.js";

const read = (text: string) => readStatement(new TextEncoder().encode(text));
const ofx = (inner: string) =>
  `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTRS><CURDEF>EUR\n<BANKTRANLIST>${inner}</BANKTRANLIST></STMTRS></BANKMSGSRSV1></OFX>`;
const booking = (inner: string) => `<STMTTRN><DTPOSTED>20240131<TRNAMT>-1.00${inner}</STMTTRN>`;

describe("readOfx(text)", () => {
  it("reads exactly what was written, in SGML and XML, of accounts and cards, with any clock", () => {
    for (let seed = 0; seed < 300; seed++) {
      const statement = drawnStatement(seed);
      const got = read(ofxWritten(statement, seed));
      expect(got.problems, `seed ${seed}`).toEqual([]);
      expect(got.rows.map(writtenRow), `seed ${seed}`).toEqual(statement.rows);
      expect(got.rows.map(({bankId}) => bankId)).toEqual(statement.rows.map((_, at) => `id${at}`));
    }
  });

  it("reads an element without value or end as empty, and what follows as its sibling", () => {
    const [row] = read(ofx(booking("<MEMO><NAME>Tea<FITID>7"))).rows;
    expect(row).toMatchObject({counterparty: "Tea", description: "", bankId: "7"});
  });

  it("takes more siblings out of an element without value or end than a call takes arguments", () => {
    const count = 150_000;
    expect(read(ofx(`<NOTE>${booking("").repeat(count)}`)).rows).toHaveLength(count);
  }, 60_000);

  it("decodes letters and numbers once, and leaves other entities as they are", () => {
    const [row] = read(ofx(booking("<NAME>A &amp;lt; B &#233; &#x41; &lol; & C"))).rows;
    expect(row!.counterparty).toBe("A &lt; B é A &lol; & C");
  });

  it("names a currency that the amount is in, and not the one that it was in", () => {
    const currencyOf = (name: string) =>
      read(ofx(booking(`<${name}><CURRATE>1.1<CURSYM>USD</${name}>`))).rows[0]!.currency;
    expect(currencyOf("CURRENCY")).toBe("USD");
    expect(currencyOf("ORIGCURRENCY")).toBe("EUR");
  });

  it("says what the bank says instead of a statement", () => {
    const text =
      "OFXHEADER:100\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></SONRS></SIGNONMSGSRSV1></OFX>";
    expect(() => read(text)).toThrow(
      "no statement: OFX without the bookings of an account: the bank says Signon invalid",
    );
  });
});

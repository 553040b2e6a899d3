import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {DateOrderError} from "../../../src/lib/statements/dateOrder.js";
import {readStatement} from "../../../src/lib/statements/readStatement.js";
import {StatementError} from "../../../src/lib/statements/statementError.js";
import {ledgerText} from "../../support/statementText.js";
import {writtenStatement} from "../../support/statementWriter.js";

const folder = join(projectRoot, "test/fixtures/statements");
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options = {}) => readStatement(bytesOf(text), options);
const booked = (text: string, options = {}) =>
  read(text, options).rows.map(({date, amount, description}) => `${date} ${amount} ${description}`);

describe("readStatement(bytes)", () => {
  const files = readdirSync(folder).filter((file) => !file.endsWith(".txt"));

  it.each([
    ["csv", 70],
    ["xml", 6],
    ["sta", 6],
    ["ofx", 5],
    ["qif", 6],
  ])("has kinds of .%s to read", (ending, least) =>
    expect(files.filter((file) => file.endsWith(ending)).length).toBeGreaterThanOrEqual(least),
  );

  it.each(files)("reads %s", (file) => {
    const expected = readFileSync(join(folder, file.replace(/\.\w+$/, ".txt")), "utf8");
    expect(ledgerText(readStatement(readFileSync(join(folder, file))))).toBe(expected);
  });

  it("reads exactly what was written, whatever the language, alphabet, dates, amounts and signs", () => {
    for (let seed = 0; seed < 700; seed++) {
      const {bytes, rows, leftOutCount, kind} = writtenStatement(seed);
      const statement = readStatement(bytes);
      const got = statement.rows.map(
        ({date, amount, currency, counterparty, description, category, balance}) => ({
          date,
          amount,
          currency,
          counterparty,
          description,
          category,
          balance,
        }),
      );
      expect(got, `seed ${seed}: ${kind}`).toEqual(rows);
      expect(statement.problems, `seed ${seed}: ${kind}`).toEqual([]);
      const states = statement.leftOut.filter(({reason}) => /pending|refused/.test(reason));
      expect(states.length, `seed ${seed}: ${kind}`).toBe(leftOutCount);
    }
  }, 300_000);
});

describe("a table without a head", () => {
  it("is as wide as most of its rows: one that is shorter cuts none of the others", () => {
    const text =
      "25/03/2024;-12,34;Carte;;CB CARREFOUR;;0;Divers\n" +
      "04/03/2024;1000,00;Virement;;VIR EMPLOYEUR;;0;Revenus\n01/03/2024;5,00;;;01234 123456A\n";
    const {rows, problems} = read(text);
    expect(rows.map(({amount}) => amount)).toEqual(["-12.34", "1000.00", "5.00"]);
    expect(problems).toEqual([]);
  });
});

describe("the order of dates", () => {
  it("has no year in front where that scatters the days over decades", () => {
    const text = "Date,Description,Amount\n05/03/24,Tea,-3.20\n04/03/24,Coat,-100.00\n";
    expect(() => read(text)).toThrow(DateOrderError);
    expect(booked(text.replace("05/03", "25/03"))).toEqual([
      "2024-03-25 -3.20 Tea",
      "2024-03-04 -100.00 Coat",
    ]);
  });

  const open = "Date,Description,Amount\n03/04/2024,Tea,-3.20\n05/04/2024,Coat,-100.00\n";

  it("is asked where the file does not settle it, with both readings", () => {
    expect(() => read(open)).toThrow(DateOrderError);
    expect(() => read(open)).toThrow(
      'line 2: the date "03/04/2024" is 2024-04-03 (dmy) or 2024-03-04 (mdy), and no other line settles it',
    );
    expect(booked(open, {dates: "dmy"})[0]).toBe("2024-04-03 -3.20 Tea");
    expect(booked(open, {dates: "mdy"})[0]).toBe("2024-03-04 -3.20 Tea");
  });

  it("is that of one day after the twelfth, whatever is asked for", () => {
    const text = `${open}13/04/2024,Hat,-1.00\n`;
    expect(booked(text, {dates: "mdy"})[0]).toBe("2024-04-03 -3.20 Tea");
  });

  it("is that of the value days beside", () => {
    const text =
      "Date,Value date,Description,Amount\n03/04/2024,03/04/2024,Tea,-3.20\n05/04/2024,13/04/2024,Hat,-1.00\n";
    expect(booked(text)).toEqual(["2024-04-03 -3.20 Tea", "2024-04-05 -1.00 Hat"]);
  });

  it("is the only one under which many rows run from old to new", () => {
    const days = ["01/02", "05/02", "09/02", "02/03", "07/03", "11/03", "01/04"];
    const text = `Date,Description,Amount\n${days.map((day) => `${day}/2024,Tea,-1.00`).join("\n")}`;
    expect(booked(text)[0]).toBe("2024-02-01 -1.00 Tea");
  });

  it("needs no answer where both readings are one day", () => {
    expect(booked("Date,Description,Amount\n03/03/2024,Tea,-3.20\n")).toEqual([
      "2024-03-03 -3.20 Tea",
    ]);
  });
});

describe("columns for each direction", () => {
  const pairs = `
    Soll|Haben, Belastung|Gutschrift, Lastschriften|Gutschriften, Ausgänge|Eingänge, Auszahlungen|Einzahlungen, Ab|Zu,
    Minus|Plus, DR|CR, Dr Amount|Cr Amount, Amount Debited|Amount Credited, Amount Out|Amount In, Paid out|Paid in,
    Withdrawals|Deposits, Withdrawal Amt.|Deposit Amt., Outgoings|Incomings, Payments|Receipts, Débit|Crédit,
    Sorties|Entrées, Retraits|Dépôts, Retrait|Versement, Dare|Avere, Uscite|Entrate, Cargo|Abono, Debe|Haber,
    Retiros|Depósitos, Pagos|Cobros, Saídas|Entradas, Af|Bij, Afschrijvingen|Bijschrijvingen, Uit|In, Ut|Inn, Ud|Ind,
    Uttag|Insättning, Otot|Panot, Menot|Tulot, Winien|Ma, Wn|Ma, Výdaje|Příjmy, Terhelés|Jóváírás, Borç|Alacak`;

  it.each(pairs.split(",").map((pair) => pair.trim().split("|") as [string, string]))(
    "%s and %s are told in either place, in one row and beside zeros",
    (debit, credit) => {
      const amounts = (head: string, rows: readonly string[]) => {
        const lines = rows.map((cells) => `2024-03-25;Shop;${cells}`);
        const {rows: found, doubts} = read(`Date;Text;${head}\n${lines.join("\n")}\n`);
        expect(doubts).toEqual([]);
        return found.map(({amount}) => amount);
      };
      const [outFirst, inFirst] = [`${debit};${credit}`, `${credit};${debit}`];
      expect(amounts(outFirst, ["12.34;", ";1000.00"])).toEqual(["-12.34", "1000.00"]);
      expect(amounts(inFirst, [";12.34", "1000.00;"])).toEqual(["-12.34", "1000.00"]);
      expect(amounts(outFirst, ["12.34;"])).toEqual(["-12.34"]);
      expect(amounts(inFirst, ["12.34;"])).toEqual(["12.34"]);
      expect(amounts(outFirst, ["12.34;0.00", "0.00;1000.00"])).toEqual(["-12.34", "1000.00"]);
    },
  );
});

describe("columns for each direction with names that are not known", () => {
  const lines = (balances: readonly string[]) => {
    const rows = ["12.34;", ";1000.00"].map(
      (cells, at) => `2024-03-2${at};Shop;${cells}${balances[at] ?? ""}`,
    );
    return rows.join("\n");
  };

  it("are taken in the usual order, and said to be so", () => {
    const {rows, doubts} = read(`Date;Text;Foo;Bar\n${lines([])}\n`);
    expect(rows.map(({amount}) => amount)).toEqual(["-12.34", "1000.00"]);
    expect(doubts).toEqual(["Foo is read as money out and Bar as money in: nothing tells"]);
    expect(read(lines([])).doubts).toEqual([
      "column 3 is read as money out and column 4 as money in: nothing tells",
    ]);
  });

  it("are told by the balance where there is one", () => {
    const {rows, doubts} = read(`Date;Text;Foo;Bar;Balance\n${lines([";112.34", ";-887.66"])}\n`);
    expect(rows.map(({amount}) => amount)).toEqual(["12.34", "-1000.00"]);
    expect(doubts).toEqual([]);
  });
});

describe("a column that says the direction", () => {
  const pairs = `
    D|C, DR|CR, DB|CR, DBIT|CRDT, Debit|Credit, S|H, Soll|Haben, Af|Bij, -|+, OUT|IN, Ab|Zu, Ausgang|Eingang, T|J,
    Débit|Crédit, Sortie|Entrée, Dare|Avere, Debe|Haber, Cargo|Abono, Ut|Inn, Ud|Ind, Wn|Ma, Gider|Gelir, Borç|Alacak`;

  it.each(pairs.split(",").map((pair) => pair.trim().split("|") as [string, string]))(
    "by %s and %s gives each amount its sign, whatever it is called",
    (out, into) => {
      for (const head of ["D/C", "S/H", "+/-", "Af Bij", "Type", "Sens", ""]) {
        const rows = [`12.34;${out}`, `1000.00;${into}`].map((cells) => `2024-03-25;Shop;${cells}`);
        const {rows: found, doubts} = read(`Date;Text;Amount;${head}\n${rows.join("\n")}\n`);
        expect(found.map(({amount}) => amount)).toEqual(["-12.34", "1000.00"]);
        expect(doubts).toEqual([]);
      }
    },
  );
});

describe("amounts and signs", () => {
  it("a German 1.280 is 1280 where other cells have a comma, and where none has anything", () => {
    expect(booked("Datum;Text;Betrag\n31.01.2024;Miete;-1.280\n30.01.2024;Brot;-3,5\n")).toEqual([
      "2024-01-31 -1280.00 Miete",
      "2024-01-30 -3.50 Brot",
    ]);
    expect(booked("Datum;Text;Betrag\n31.01.2024;Miete;-1.280\n")).toEqual([
      "2024-01-31 -1280.00 Miete",
    ]);
  });

  it("in thousandths are told from thousands by the zero in the end of each", () => {
    const rows = ["-120.000", "-99.950", "-1.500", "20.000", "-310.250", "-45.900"];
    const text = `Bokföringsdatum;Text;Belopp\n${rows.map((amount) => `2024-01-31;ICA;${amount}`).join("\n")}`;
    expect(read(text).rows.map(({amount}) => amount)).toEqual(rows);
    expect(read(text.replace("-99.950", "-99.955")).rows[0]!.amount).toBe("-120000.00");
  });

  it("keep as many decimals as the file has", () => {
    expect(
      booked("Date,Description,Amount\n2024-01-31,Fuel,-12.345\n2024-01-30,Tea,-1.5\n"),
    ).toEqual(["2024-01-31 -12.345 Fuel", "2024-01-30 -1.50 Tea"]);
  });

  it("without any sign are proven by the balance, which has the last word against words", () => {
    const text =
      "Date,Description,Amount,Balance\n2024-01-01,Refund of purchase,10.00,110.00\n2024-01-02,Kiosk,-4.00,106.00\n2024-01-03,Salary,-6.00,100.00\n";
    expect(booked(text)).toEqual([
      "2024-01-01 10.00 Refund of purchase",
      "2024-01-02 -4.00 Kiosk",
      "2024-01-03 -6.00 Salary",
    ]);
  });

  it("that are written nowhere are those of the balance's steps", () => {
    const text = [
      "Date,Description,Amount,Balance",
      "2024-01-01,First,100.00,100.00",
      "2024-01-02,B,30.00,70.00",
      "2024-01-03,C,10.00,80.00",
      "2024-01-04,D,5.00,75.00",
    ].join("\n");
    expect(read(text).rows.map(({amount}) => amount)).toEqual([
      "100.00",
      "-30.00",
      "10.00",
      "-5.00",
    ]);
    expect(read(text).doubts).toEqual(["line 2: its sign is written nowhere"]);
  });

  it("are not overruled by a word or a dash in another column", () => {
    expect(booked("Date,Description,Amount\n2024-01-01,A,-1.00\n")).toEqual(["2024-01-01 -1.00 A"]);
    expect(
      booked("Date,Description,Debit,Credit\n2024-01-31,Tea,1.00,-\n2024-01-30,Pay,-,9.00\n"),
    ).toEqual(["2024-01-31 -1.00 Tea", "2024-01-30 9.00 Pay"]);
  });

  it("say where the balance does not follow", () => {
    const text =
      "Date,Description,Amount,Balance\n2024-01-01,A,-1.00,99.00\n2024-01-02,B,-2.00,97.00\n2024-01-03,C,-3.00,90.00\n2024-01-04,D,-4.00,86.00\n";
    expect(read(text).doubts).toEqual(["line 4: the balance does not follow from the amount"]);
  });

  it("of a fee are taken off where the balance says so, and not where it is in the amount", () => {
    const rows = (last: string) =>
      `Date,Description,Amount,Fee,Balance\n2024-01-01,A,-10.00,0,90.00\n2024-01-02,B,-20.00,1.00,${last}\n`;
    expect(booked(rows("69.00"))[1]).toBe("2024-01-02 -21.00 B");
    expect(booked(rows("70.00"))[1]).toBe("2024-01-02 -20.00 B");
  });

  it("of a card without any minus are spending, and said to be doubtful", () => {
    const {rows, doubts} = read(
      "Date,Description,Amount\n2024-01-30,Books,19.99\n2024-01-31,Diner,5.00\n",
    );
    expect(rows.map(({amount}) => amount)).toEqual(["-19.99", "-5.00"]);
    expect(doubts).toEqual(["no amount has a sign: all are read as payments out"]);
  });

  it("that are written nowhere are what somebody says, unless a sign or a balance tells", () => {
    const bare = "Date,Description,Amount\n2024-01-30,Books,19.99\n2024-01-31,Refund of Hat,5.00\n";
    const amounts = (text: string, side?: "out" | "in") => {
      const {rows, doubts, recognised} = read(text, {amounts: side});
      return [rows.map(({amount}) => amount).join(), recognised.unsigned, doubts.length];
    };
    expect(amounts(bare)).toEqual(["19.99,5.00", "in", 1]);
    expect(amounts(bare, "out")).toEqual(["-19.99,-5.00", "out", 0]);
    expect(amounts(bare, "in")).toEqual(["19.99,5.00", "in", 0]);
    const told = bare.replace("Books", "Purchase of books");
    expect(amounts(told)).toEqual(["-19.99,5.00", "words", 1]);
    expect(amounts(told, "out")).toEqual(["-19.99,-5.00", "out", 0]);
    const signed = bare.replace("19.99", "-19.99");
    expect(amounts(signed, "in")).toEqual(["-19.99,5.00", undefined, 0]);
    const balanced =
      "Date,Description,Amount,Balance\n2024-01-29,A,1.00,9.00\n2024-01-30,B,2.00,7.00\n2024-01-31,C,3.00,4.00\n";
    expect(amounts(balanced, "in")).toEqual(["-1.00,-2.00,-3.00", undefined, 0]);
  });
});

describe("debit and credit beside each other in a row", () => {
  const doubt = (line: number) =>
    `line ${line}: debit and credit both hold an amount: read as their difference`;
  const told = (...lines: readonly string[]) => {
    const {rows, doubts, problems} = read(`${lines.join("\n")}\n`);
    expect(problems).toEqual([]);
    return [rows.map(({amount}) => amount).join(" "), ...doubts];
  };
  const head = "Date,Payee,Debit,Credit";
  const others = ["05.01.2026,Tea,5.00,", "06.01.2026,Pay,,9.00"];

  it("are read as their difference, with a doubt that names the line", () => {
    expect(told(head, ...others, "07.01.2026,Both,5.00,6.00")).toEqual([
      "-5.00 9.00 1.00",
      doubt(4),
    ]);
    expect(told(head, "07.01.2026,Both,5.00,6.00")).toEqual(["1.00", doubt(2)]);
    const signed = ["05.01.2026,Tea,-5.00,", "06.01.2026,Both,-5.00,6.00"];
    expect(told(head, ...signed)).toEqual(["-5.00 1.00", doubt(3)]);
  });

  it("are doubtful where they make nothing, and where a fee comes off beside them", () => {
    expect(told(head, ...others, "07.01.2026,Both,5.00,5.00")).toEqual(["-5.00 9.00", doubt(4)]);
    const fees = others.map((line) => `${line},0.50`);
    expect(told(`${head},Fee`, ...fees, "07.01.2026,Both,5.00,6.00,0.50")).toEqual([
      "-5.50 8.50 0.50",
      doubt(4),
    ]);
  });

  it("are ordinary where one of them is zero", () => {
    expect(told(head, "05.01.2026,Tea,5.00,0.00", "06.01.2026,Pay,0.00,9.00")).toEqual([
      "-5.00 9.00",
    ]);
    expect(told(head, "05.01.2026,Tea,5.00,-", "06.01.2026,None,0.00,0.00")).toEqual(["-5.00"]);
  });

  it("are no doubt where the balance moves by their difference, and one where no step tells", () => {
    const rows = ["05.01.2026,Tea,5.00,,95.00", "06.01.2026,Both,5.00,6.00,96.00"];
    expect(told(`${head},Balance`, ...rows)).toEqual(["-5.00 1.00"]);
    expect(told(`${head},Balance`, "04.01.2026,Both,1.00,2.00,100.00", ...rows)).toEqual([
      "1.00 -5.00 1.00",
      doubt(2),
    ]);
    const off = [...rows, "07.01.2026,Off,5.00,6.00,91.00", "08.01.2026,Hat,1.00,,90.00"];
    expect(told(`${head},Balance`, ...off)).toEqual([
      "-5.00 1.00 1.00 -1.00",
      "line 4: the balance does not follow from the amount",
      doubt(4),
    ]);
  });
});

describe("the booking day", () => {
  it("is told from the day of the purchase and from the value day", () => {
    const text =
      "Transaction date,Posting date,Value date,Description,Amount\n2024-01-30,2024-01-31,2024-02-01,Tea,-1.00\n";
    expect(read(text).rows[0]).toMatchObject({date: "2024-01-31", valueDate: "2024-02-01"});
  });

  it("that is missing in a few rows makes them pending, and in most is not the day that is asked for", () => {
    const head = "Transaction date,Posting date,Description,Amount\n";
    const few = `${head}2024-01-30,2024-01-31,Tea,-1.00\n2024-01-30,2024-01-31,Hat,-1.00\n2024-01-31,,Hotel,-9.00\n`;
    expect(booked(few)).toEqual(["2024-01-31 -1.00 Tea", "2024-01-31 -1.00 Hat"]);
    expect(read(few).leftOut).toEqual([{line: 4, reason: "pending"}]);
    const most = `${head}2024-01-30,2024-01-31,Tea,-1.00\n2024-01-29,,Hat,-1.00\n2024-01-28,,Hotel,-9.00\n`;
    expect(booked(most)).toHaveLength(3);
  });

  it("that is written once a day is carried down, and said to be", () => {
    const text =
      "Date,Description,Paid out,Paid in\n31 Jan 2024,Tea,1.00,\n,Hat,2.00,\n1 Feb 2024,Pay,,9.00\n";
    expect(booked(text)[1]).toBe("2024-01-31 -2.00 Hat");
    expect(read(text).doubts).toEqual(["line 3: the day is that of the row above"]);
  });
});

describe("rows that are no bookings", () => {
  it("are left out with their line and reason, also zero amounts and notes", () => {
    const text = [
      "Date,Description,Amount,Status",
      "2024-01-31,Tea,-1.00,Booked",
      "2024-01-31,Card check,0.00,Booked",
      "2024-01-31,Hotel,-90.00,Pending",
      "2024-01-31,Casino,-5.00,Declined",
      ",Total,-96.00,",
      "made by a bank,,,",
    ].join("\n");
    const {rows, leftOut} = read(text);
    expect(rows).toHaveLength(1);
    expect(leftOut).toEqual([
      {line: 3, reason: "zero amount"},
      {line: 4, reason: "pending"},
      {line: 5, reason: "refused"},
      {line: 6, reason: "total"},
      {line: 7, reason: "note"},
    ]);
  });

  it("are no payees that are called Total or Saldo", () => {
    const text =
      "Date,Payee,Amount\n2024-01-31,Total Energies Station 12,-40.00\n2024-01-30,Saldo Café,-4.00\n";
    expect(read(text).rows).toHaveLength(2);
  });
});

describe("files that are broken", () => {
  const head = "Datum;Text;Betrag\n";

  it("a row with a delimiter in its text is put together again, where only one way fits", () => {
    expect(booked(`${head}31.01.2024;Brot; Salz;-1,00\n30.01.2024;Tee;-2,00\n`)).toEqual([
      "2024-01-31 -1.00 Brot Salz",
      "2024-01-30 -2.00 Tee",
    ]);
  });

  it("a day that is none and an amount that is none are listed with line, column, value and reason", () => {
    const {rows, problems} = read(
      `${head}31.01.2024;Brot;-1,00\n31.02.2024;Tee;-2,00\n03.02.2024;Milch;-2,OO\n`,
    );
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      {line: 3, column: "Datum", value: "31.02.2024", reason: "no such day"},
      {line: 4, column: "Betrag", value: "-2,OO", reason: "no amount"},
    ]);
  });

  it("an amount that is a word is listed, and no note of the bank", () => {
    const {rows, problems, leftOut} = read(
      `${head}31.01.2024;Brot;-1,00\n03.02.2024;Milch;n/a\n;Ende der Liste;\n`,
    );
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([{line: 3, column: "Betrag", value: "n/a", reason: "no amount"}]);
    expect(leftOut).toEqual([{line: 4, reason: "note"}]);
  });

  it("a file that ends within a row keeps the rows before it", () => {
    const {rows, problems} = read(`${head}31.01.2024;Brot;-1,00\n01.02.2`);
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      {line: 3, column: "Datum", value: "01.02.2", reason: "the row has 1 of 3 cells"},
    ]);
  });

  it("a file that ends within quotes keeps the rows before them", () => {
    const {rows, problems} = read(`${head}"31.01.2024";"Brot";"-1,00"\n"01.02.2024";"Te`);
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      {line: 3, column: "", value: "", reason: "the file breaks off within quotes"},
    ]);
  });

  it("a quote that swallows the rest is an error with its line", () => {
    const rows = Array.from({length: 20}, (_, at) => `"31.01.2024";"Brot ${at}";"-1,00"\n`);
    rows[4] = `"31.01.2024";"Brot;"-1,00"\n`;
    rows[19] = rows[19]!.replace(/"\n$/, "\n");
    const text =
      head +
      rows.slice(0, 4).join("") +
      '"31.01.2024";"Brot\n' +
      "31.01.2024;Tee;-1,00\n".repeat(9);
    expect(() => read(text)).toThrow(
      new StatementError("line 6: a quote is opened and never closed (is the file whole?)"),
    );
  });

  it("two files in one are read as one, where their heads are the same", () => {
    const {rows, leftOut} = read(`${head}31.01.2024;Brot;-1,00\n${head}28.02.2024;Tee;-2,00\n`);
    expect(rows.map(({line}) => line)).toEqual([2, 4]);
    expect(leftOut).toEqual([{line: 3, reason: "repeated head"}]);
  });

  it("two files with other heads are each read in their own way", () => {
    const text = `${head}31.01.2024;Brot;-1,00\n\nDate;Description;Debit;Credit\n13/02/2024;Tea;2.00;\n`;
    expect(booked(text)).toEqual(["2024-01-31 -1.00 Brot", "2024-02-13 -2.00 Tea"]);
  });

  it("markup and formulas are texts like others", () => {
    expect(booked(`${head}31.01.2024;"=1+1<b>x</b>";-1,00\n`)).toEqual([
      "2024-01-31 -1.00 =1+1<b>x</b>",
    ]);
  });

  it("a line of ten million letters is read like a short one", () => {
    const {rows} = read(`${head}31.01.2024;${"x ".repeat(5e6)};-1,00\n`);
    expect(rows[0]!.description).toHaveLength(1e7 - 1);
  });

  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], "no delimited text but a picture"],
    [
      "a workbook",
      [0x50, 0x4b, 3, 4, 20, 0, 6, 0],
      "no delimited text but a packed file or a workbook (unpack it, or save the sheet as CSV)",
    ],
    ["a PDF", [...bytesOf("%PDF-1.7\n")], "no delimited text but a PDF"],
    ["other bytes", [1, 0, 0, 0, 7, 0, 0, 0, 9, 0, 0, 0], "no delimited text but binary data"],
    [
      "a table without days",
      [...bytesOf("Date,Description,Amount\n1706745599,Tea,-1.00\n")],
      "no statement: no column of the table holds days",
    ],
    ["nothing", [], "empty file"],
    ["blank lines", [...bytesOf("\n \n")], "empty file"],
    ["a web page", [...bytesOf("<!DOCTYPE html><table>")], "no delimited text but a web page"],
    ["XML", [...bytesOf("<rss version='2.0'></rss>")], "no delimited text but XML of another kind"],
    [
      "XML with its declaration",
      [...bytesOf('<?xml version="1.0"?><rss></rss>')],
      "XML that is no camt.053 or camt.052 but <rss>",
    ],
    [
      "prose",
      [...bytesOf("Dear Sir,\nI write to you.\n")],
      "no statement: none of 2 rows has a day and an amount",
    ],
    [
      "a head alone",
      [...bytesOf(head)],
      "no bookings: the table has a head and no rows that were booked",
    ],
  ])("%s is refused in one line", (_, bytes, message) => {
    expect(() => readStatement(Uint8Array.from(bytes))).toThrow(StatementError);
    expect(() => readStatement(Uint8Array.from(bytes))).toThrow(message);
  });
});

describe("accounts", () => {
  const text = [
    "Account,Date,Description,Amount",
    "NL44RABO0123456789,2024-01-30,Tea,-1.00",
    "NL44RABO0123456789,2024-01-31,Tea,-1.00",
    "NL20INGB0001234567,2024-01-31,Hat,-9.00",
    "NL20INGB0001234567,2024-01-31,Cap,-8.00",
  ].join("\n");

  it("are chosen by number, however it is spaced; the others are left out", () => {
    const {rows, leftOut} = read(text, {account: "nl44 rabo 0123 4567 89"});
    expect(rows.map(({line}) => line)).toEqual([2, 3]);
    expect(leftOut.map(({reason}) => reason)).toEqual(["other account", "other account"]);
  });

  it("that are not in the file are an error that names those which are", () => {
    expect(() => read(text, {account: "12"})).toThrow(
      'no account "12" in the file (it has NL44RABO0123456789, NL20INGB0001234567)',
    );
  });
});

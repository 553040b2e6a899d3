import type {Cell} from "../../src/lib/notebook/notebook.js";

/** What stands beside the query: a cell, an input, and in `files` the table `sales`. */
export const cellsBeside: readonly Cell[] = [
  {name: "cities", kind: "sql", source: "select city, count(*) as n from bank.users group by city"},
  {name: "days", kind: "input", source: "kind: number\nvalue: 5"},
];

/** Queries that are wrong, with the words that a person gets and the place that is marked. */
export const wrongQueries: readonly [
  what: string,
  sql: string,
  words: RegExp,
  marked: string | undefined,
][] = [
  [
    "a misspelt first word",
    "selct name from bank.users",
    /near "selct"\nDid you mean "select"\?$/,
    "selct",
  ],
  ["a misspelt keyword", "select name form bank.users", /\nDid you mean "from"\?$/, "form"],
  [
    "a misspelt keyword behind a table",
    "select name from bank.users wher kind = 'a'",
    /\nDid you mean "where"\?$/,
    "wher",
  ],
  [
    "a misspelt column",
    "select nme from bank.users",
    /column "nme" not found .*\nCandidate bindings: "name"/,
    "nme",
  ],
  [
    "a misspelt column with its table",
    "select u.nme from bank.users u",
    /column named "nme"\nCandidate bindings: "name"/,
    "u.nme",
  ],
  [
    "a misspelt table",
    "select * from bank.usrs",
    /usrs does not exist!\nDid you mean "users"\?$/,
    "bank.usrs",
  ],
  [
    "a table without its database",
    "select * from users",
    /\nDid you mean "bank.users"\?$/,
    "users",
  ],
  [
    "a misspelt function",
    "select smu(amount_eur) from bank.transactions",
    /name smu does not exist!\nDid you mean "sum"\?$/,
    "smu",
  ],
  [
    "a text that is added",
    "select name + 1 from bank.users",
    /'\+\(VARCHAR, INTEGER_LITERAL\)'\.\nA text is no number: write try_cast/,
    "+",
  ],
  [
    "a text that is divided",
    "select amount_eur / category from bank.transactions",
    /VARCHAR\)'\.\nA text is no number/,
    "/",
  ],
  [
    "a text that is no day",
    "select * from bank.transactions where booked_on > 'yesterday'",
    /"yesterday".*\nWhere some texts are none, try_cast/,
    "'yesterday'",
  ],
  [
    "a cast that fails",
    "select cast(name as integer) from bank.users",
    /^Conversion Error: Could not convert string .*\nWhere some texts/,
    "cast",
  ],
  [
    "a missing comma",
    "select user_id\n  city name from bank.users",
    /\nIs a comma missing before "name"\?$/,
    "name",
  ],
  [
    "an unclosed quote",
    "select * from bank.users where city = 'Berlin",
    /unterminated quoted string .*\nA quote is opened and not closed/,
    "'Berlin",
  ],
  [
    "a text in double quotes",
    'select * from bank.users where city = "Berlin"',
    /\nWrite a text in single quotes: 'Berlin'\.$/,
    '"Berlin"',
  ],
  [
    "a query without its end",
    "select * from bank.users where",
    /end of input\nIt ends too early/,
    undefined,
  ],
  [
    "an aggregate without group by",
    "select city, count(*) from bank.users",
    /"city" must appear in the GROUP BY clause/,
    "city",
  ],
  [
    "an aggregate in where",
    "select city from bank.users where count(*) > 1",
    /cannot contain aggregates!\nWrite what counts groups behind having/,
    "count",
  ],
  [
    "a column that two tables have",
    "select user_id from bank.users join bank.accounts on true",
    /Ambiguous reference to column name "user_id"/,
    "user_id",
  ],
  [
    "many rows in place of a value",
    "select (select city from bank.users) as c",
    /More than one row .*\nA query in place of a value gives one row/,
    undefined,
  ],
  [
    "an unknown input",
    "select * from bank.users limit $dayz",
    /^unknown input: \$dayz \(add an input cell of this name, or did you mean \$days\?\)$/,
    "$dayz",
  ],
  [
    "a cell that reads itself",
    "select * from answer",
    /^cells read each other in a circle: answer reads answer/,
    "answer",
  ],
  [
    "the second of three statements",
    "select 1;\nselect nme from bank.users;\nselect 2",
    /column "nme" not found/,
    "nme",
  ],
  [
    "a row for the bank",
    "insert into bank.users select * from bank.users",
    /read-only mode!\nThe bank is only read: make a table/,
    "insert",
  ],
  [
    "a file's table that is misspelt",
    "select * from files.salez",
    /^missing file: files\.salez \(did you mean files\.sales\?/,
    "salez",
  ],
  [
    "a file's table that is not here",
    "select * from files.orders",
    /^missing file: files\.orders \(drop what it was made of, such as orders\.csv/,
    "orders",
  ],
  [
    "a database that is not here",
    "select * from shop.orders",
    /^missing file: shop \(drop shop\.duckdb on this page\)$/,
    "shop",
  ],
  [
    "a file of another host",
    "select * from read_csv('https://example.com/a.csv')",
    /\nNothing is fetched here: drop the file/,
    "read_csv",
  ],
  [
    "a Parquet file",
    "select * from 'x.parquet'",
    /x\.parquet.*\nNothing is fetched here: drop the file/,
    "'x.parquet'",
  ],
  [
    "a function of an extension",
    "select json_extract('{}', 'a')",
    /exists in the json extension\.\nNothing is fetched here/,
    "json_extract",
  ],
];

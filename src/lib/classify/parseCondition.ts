import {parseEur} from "../money.js";
import {type Condition, comparisons, textFields, weekdays} from "./rule.js";
import type {TokenReader} from "./tokenReader.js";

const fieldWords = "payee, text, iban, account, amount, money or weekday";

/** A condition with its `or`, `and`, `not` and brackets; `and` binds closer than `or`. */
export function parseCondition(reader: TokenReader): Condition {
  return chain(reader, "or", () => chain(reader, "and", () => single(reader)));
}

function chain(reader: TokenReader, word: "and" | "or", part: () => Condition): Condition {
  const conditions = [part()];
  while (reader.takes(word)) conditions.push(part());
  return conditions.length === 1 ? conditions[0]! : {kind: word, conditions};
}

function single(reader: TokenReader): Condition {
  if (reader.takes("not")) return {kind: "not", condition: single(reader)};
  if (!reader.takes("(")) return test(reader);
  const condition = parseCondition(reader);
  reader.expect(")", "close the bracket");
  return condition;
}

function test(reader: TokenReader): Condition {
  const name = reader.peek();
  const field = textFields.find((known) => known === name);
  if (!field && !["amount", "money", "weekday"].includes(name))
    reader.fail("unknown field", `write ${fieldWords}`);
  reader.takes(name);
  if (field) return textTest(reader, field);
  if (name === "amount") return amountTest(reader);
  return name === "money" ? signTest(reader) : weekdayTest(reader);
}

function textTest(reader: TokenReader, field: (typeof textFields)[number]): Condition {
  const comparison = comparisons.find((known) => reader.takes(known));
  if (!comparison) return reader.fail("unknown comparison", `write ${comparisons.join(", ")}`);
  const values: string[] = [];
  do {
    values.push(comparison === "matches" ? expression(reader) : written(reader));
  } while (reader.takes(","));
  return {kind: "text", field, comparison, values};
}

function written(reader: TokenReader): string {
  const text = reader.value("text");
  if (!/[\p{L}\p{N}]/u.test(text))
    reader.fail(
      `text without a letter: ${JSON.stringify(text)}, before`,
      "write words to look for",
    );
  return text;
}

/**
 * Repeats of a group, and many repeats after each other, take a text of some hundred letters forever; a file that was
 * sent may hold one. What is left takes at most the cube of its length.
 */
const mostRepeats = 2;

function mayNeverEnd(source: string): boolean {
  const plain = source.replace(/\\./g, "x");
  const repeats = plain.match(/[*+]|\{\d+,/g)?.length ?? 0;
  return /\)[*+{]/.test(plain) || repeats > mostRepeats;
}

function expression(reader: TokenReader): string {
  const source = reader.expression();
  if (mayNeverEnd(source))
    reader.fail(
      `expression that may never end: /${source}/, before`,
      `repeat no group, and at most ${mostRepeats} times in all`,
    );
  try {
    new RegExp(source, "iu");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    reader.fail(`invalid expression: /${source}/, before`, error.message);
  }
  return source;
}

const amountWords = "write is 12.50, from -900 to -700, at least 100 or at most -100";

function amountTest(reader: TokenReader): Condition {
  if (reader.takes("is")) {
    const cents = amount(reader);
    return {kind: "amount", least: cents, most: cents};
  }
  if (reader.takes("from")) {
    const least = amount(reader);
    reader.expect("to", amountWords);
    const most = amount(reader);
    if (least > most) reader.fail("amounts in the wrong order, before", "the smaller comes first");
    return {kind: "amount", least, most};
  }
  reader.expect("at", amountWords);
  if (reader.takes("least")) return {kind: "amount", least: amount(reader)};
  reader.expect("most", amountWords);
  return {kind: "amount", most: amount(reader)};
}

function amount(reader: TokenReader): number {
  const text = reader.peek();
  if (!/^-?\d{1,12}(\.\d{1,2})?$/.test(text)) reader.fail("invalid amount", "write it like -12.50");
  reader.takes(text);
  return parseEur(text);
}

function signTest(reader: TokenReader): Condition {
  if (reader.takes("in")) return {kind: "sign", sign: "in"};
  reader.expect("out", "write money in or money out");
  return {kind: "sign", sign: "out"};
}

function weekdayTest(reader: TokenReader): Condition {
  reader.expect("is", "write weekday is saturday, sunday");
  const days: number[] = [];
  do {
    const day = weekdays.findIndex((known) => reader.takes(known));
    if (day < 0) reader.fail("unknown weekday", "write monday to sunday");
    days.push(day + 1);
  } while (reader.takes(","));
  return {kind: "weekday", days};
}

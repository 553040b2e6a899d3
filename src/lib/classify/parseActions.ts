import {type CategoryName, categories} from "../bank/categories.js";
import {categoryNames} from "../bank/codes.js";
import {parseEur} from "../money.js";
import {nearest} from "../nearest.js";
import type {Actions, SplitPart} from "./rule.js";
import type {TokenReader} from "./tokenReader.js";

const actionWords = "write category, payee, tag, transfer to or split";

/** What is to be done, up to the end of the rule; at least one thing. */
export function parseActions(reader: TokenReader): Actions {
  let actions: Actions = {tags: [], split: []};
  do {
    actions = {...actions, ...action(reader, actions)};
  } while (reader.takes(","));
  if (!reader.isAtEnd) reader.fail("end of the rule expected", "put a comma between actions");
  const rests = actions.split.filter(({size}) => size === "rest").length;
  if (actions.split.length > 0 && rests !== 1)
    reader.fail(
      `split with ${rests} parts that are the rest, before`,
      "write split rest CATEGORY once",
    );
  if (actions.split.length > 0 && actions.category)
    reader.fail("category beside a split, before", "leave one of the two out");
  return actions;
}

function action(reader: TokenReader, before: Actions): Partial<Actions> {
  if (reader.takes("category")) return {category: category(reader)};
  if (reader.takes("payee")) return {payee: payee(reader)};
  if (reader.takes("tag")) return {tags: [...before.tags, reader.value("tag")]};
  if (reader.takes("split")) return {split: [...before.split, part(reader)]};
  if (!reader.takes("transfer")) reader.fail("unknown action", actionWords);
  reader.expect("to", "write transfer to and the account");
  return {transferTo: reader.value("account")};
}

function payee(reader: TokenReader): NonNullable<Actions["payee"]> {
  if (!reader.takes("as")) return reader.value("name");
  reader.expect("listed", "write payee as listed, or put the name in quotes");
  return {listed: true};
}

function category(reader: TokenReader): CategoryName {
  const name = reader.peek();
  if (!(name in categories)) {
    const near = nearest(name, categoryNames);
    reader.fail(
      "unknown category",
      near ? `did you mean ${near}?` : `one of ${categoryNames.join(", ")}`,
    );
  }
  reader.takes(name);
  return name as CategoryName;
}

function part(reader: TokenReader): SplitPart {
  const size = partSize(reader);
  return {category: category(reader), size};
}

function partSize(reader: TokenReader): SplitPart["size"] {
  if (reader.takes("rest")) return "rest";
  const text = reader.peek();
  const share = /^(\d{1,2}(?:\.\d{1,2})?)%$/.exec(text)?.[1];
  if (share === undefined && !/^\d{1,12}(\.\d{1,2})?$/.test(text))
    reader.fail("invalid part", "write split 60% groceries, split 12.50 fee or split rest fee");
  reader.takes(text);
  return share === undefined ? {cents: parseEur(text)} : {bps: parseEur(share)};
}

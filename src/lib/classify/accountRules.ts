/** What the person's own accounts say of payments between them, also where only one side's statement is there. */
import type {CategoryName} from "../bank/categories.js";
import type {OwnAccount} from "./payment.js";
import type {Condition, Rule} from "./rule.js";

type Kind = OwnAccount["kind"];

/** What money between two kinds of own accounts is for; of an unknown kind, it is one's own all the same. */
export function categoryBetween(one: Kind | undefined, other: Kind | undefined): CategoryName {
  const kinds = [one, other];
  if (kinds.includes("brokerage")) return "brokerage_funding";
  return kinds.includes("savings") ? "saving" : "household";
}

/**
 * A rule for each pair of accounts of which the number of one is known, and one for each holder: money that goes to or
 * comes from the person's own name is the person's own. They stand behind the person's rules, like shipped ones.
 */
export function accountRules(accounts: readonly OwnAccount[]): Rule[] {
  const between = accounts.flatMap(({account, kind}) =>
    accounts.flatMap((other): Rule[] => {
      if (other.account === account || !other.iban) return [];
      const conditions = [is("account", account), is("iban", other.iban)];
      const category = categoryBetween(kind, other.kind);
      return [
        ruleOf(
          {kind: "and", conditions},
          {category, transferTo: other.account, tags: [], split: []},
        ),
      ];
    }),
  );
  const holders = [...new Set(accounts.flatMap(({holder}) => (holder ? namesOf(holder) : [])))];
  if (holders.length === 0) return between;
  const household = {category: "household", tags: [], split: []} as const;
  const named: Condition = {kind: "text", field: "text", comparison: "contains", values: holders};
  return [
    ...between,
    ruleOf(is("payee", ...holders), household),
    // A text that names the holder may also say that it was the salary.
    {...ruleOf(named, household), stage: "last"},
  ];
}

function ruleOf(condition: Condition, actions: Rule["actions"]): Rule {
  return {stage: "normal", condition, actions, file: "your accounts", line: 0, isShipped: true};
}

function is(field: "account" | "iban" | "payee", ...values: readonly string[]): Condition {
  return {kind: "text", field, comparison: "is", values};
}

/** A name as it is, and with the surname first. */
function namesOf(holder: string): string[] {
  const words = holder.trim().split(/\s+/);
  return [holder, [words.at(-1), ...words.slice(0, -1)].join(" ")];
}

/** Rules as the text that `parseRules` reads. */
import {formatEur} from "../money.js";
import {type Actions, type Condition, type Rule, type Stage, weekdays} from "./rule.js";
import {isPlainValue} from "./tokenReader.js";

/** A file of these rules, in their order, a heading before each change of stage. */
export function formatRules(rules: readonly Rule[]): string {
  let stage: Stage = "normal";
  const lines = rules.flatMap((rule) => {
    const heading = rule.stage === stage ? [] : [`[${rule.stage}]`];
    stage = rule.stage;
    return [...heading, formatRule(rule)];
  });
  return lines.map((line) => `${line}\n`).join("");
}

/** One rule as one line, without its stage. */
export function formatRule({condition, actions}: Pick<Rule, "condition" | "actions">): string {
  return `if ${formatCondition(condition)} then ${formatActions(actions).join(", ")}`;
}

/** A condition in the words of a rules file, as reasons are given. */
export function formatCondition(condition: Condition): string {
  switch (condition.kind) {
    case "text": {
      const {field, comparison, values} = condition;
      const write = comparison === "matches" ? (text: string) => `/${text}/` : quoted;
      return `${field} ${comparison} ${values.map(write).join(", ")}`;
    }
    case "amount":
      return `amount ${formatRange(condition)}`;
    case "sign":
      return `money ${condition.sign}`;
    case "weekday":
      return `weekday is ${condition.days.map((day) => weekdays[day - 1]).join(", ")}`;
    case "not":
      return `not ${bracketed(condition.condition)}`;
    default:
      return condition.conditions.map(bracketed).join(` ${condition.kind} `);
  }
}

function bracketed(condition: Condition): string {
  const text = formatCondition(condition);
  return condition.kind === "and" || condition.kind === "or" ? `(${text})` : text;
}

function formatRange({least, most}: {readonly least?: number; readonly most?: number}): string {
  if (least === undefined) return `at most ${formatEur(most!)}`;
  if (most === undefined) return `at least ${formatEur(least)}`;
  return least === most
    ? `is ${formatEur(least)}`
    : `from ${formatEur(least)} to ${formatEur(most)}`;
}

function formatActions({category, payee, tags, transferTo, split}: Actions): string[] {
  return [
    ...(category ? [`category ${category}`] : []),
    ...split.map(({size, category: part}) => `split ${formatSize(size)} ${part}`),
    ...(payee === undefined
      ? []
      : [`payee ${typeof payee === "string" ? quoted(payee) : "as listed"}`]),
    ...tags.map((tag) => `tag ${quoted(tag)}`),
    ...(transferTo === undefined ? [] : [`transfer to ${quoted(transferTo)}`]),
  ];
}

function formatSize(size: Actions["split"][number]["size"]): string {
  if (size === "rest") return size;
  return "bps" in size ? `${formatEur(size.bps)}%` : formatEur(size.cents);
}

function quoted(text: string): string {
  const isPlain = isPlainValue(text) && text.toLowerCase() !== "as";
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

import {expect} from "vitest";

/**
 * Checks the arithmetic beside a hand-worked case: statements such as `5 × 220 ÷ 20 = 55`, separated by
 * semicolons, with + − × ÷ and brackets. `≈` rounds the left side to the decimals of the right side, halves
 * away from zero. So what a reader follows on paper is held to be true, too.
 */
export function expectTrue(statements: string): void {
  for (const statement of statements.split(";")) {
    const [left, sign, right] = statement.split(/([=≈])/).map((part) => part.trim());
    if (!left || !sign || !right) throw new Error(`not a statement: ${JSON.stringify(statement)}`);
    const decimals = (right.split(".")[1] ?? "").length;
    const tolerance = sign === "=" ? 1e-9 : 0.5 * 10 ** -decimals + 1e-9;
    const difference = Math.abs(evaluate(left) - evaluate(right));
    expect(difference, `${statement.trim()} (left is ${evaluate(left)})`).toBeLessThanOrEqual(
      tolerance,
    );
  }
}

function evaluate(expression: string): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|[+−×÷()]/g) ?? [];
  let next = 0;
  const factor = (): number => {
    const token = tokens[next++];
    if (token === "−") return -factor();
    if (token !== "(") return Number(token);
    const value = sum();
    next++;
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[next] === "×" || tokens[next] === "÷") {
      value = tokens[next++] === "×" ? value * factor() : value / factor();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[next] === "+" || tokens[next] === "−") {
      value = tokens[next++] === "+" ? value + product() : value - product();
    }
    return value;
  };
  const value = sum();
  if (next !== tokens.length) throw new Error(`cannot evaluate: ${expression}`);
  return value;
}

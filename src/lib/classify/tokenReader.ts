/** Reads the tokens of one rule from left to right, and says where and why it cannot go on. */
import {type RuleTokens, ruleError, type Token} from "./ruleTokens.js";

/** Words that end a value without quotes. */
const reserved: ReadonlySet<string> = new Set(["and", "or", "then"]);

/** Whether a text may stand as a value without quotes. */
export function isPlainValue(text: string): boolean {
  return !reserved.has(text.toLowerCase()) && /^[\p{L}\p{N}*][\p{L}\p{N}.&'’*+-]*$/u.test(text);
}

export class TokenReader {
  #at = 0;
  readonly #file: string;
  readonly #rule: RuleTokens;

  constructor(rule: RuleTokens, file: string) {
    this.#rule = rule;
    this.#file = file;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#rule.tokens.length;
  }

  /** The next word or mark in small letters, without taking it; empty for a value in quotes and at the end. */
  peek(): string {
    const next = this.#rule.tokens[this.#at];
    return next?.kind === "word" || next?.kind === "mark" ? next.text.toLowerCase() : "";
  }

  /** Takes the next word or mark if it is this one. */
  takes(word: string): boolean {
    if (this.peek() !== word) return false;
    this.#at++;
    return true;
  }

  /** Takes this word or mark; throws where another stands. */
  expect(word: string, next: string): void {
    if (!this.takes(word)) this.fail(`${word} expected`, next);
  }

  /** Takes the next word, in small letters; throws at the end and at quotes. */
  word(what: string, next: string): string {
    const word = this.peek();
    if (word === "") this.fail(`${what} expected`, next);
    this.#at++;
    return word;
  }

  /** Takes a text in quotes, or the words up to a mark or `and`, `or`, `then`. */
  value(what: string): string {
    const first = this.#rule.tokens[this.#at];
    if (first?.kind === "quoted") {
      this.#at++;
      return first.text;
    }
    const words: string[] = [];
    while (this.#isValueWord()) words.push(this.#rule.tokens[this.#at++]!.text);
    if (words.length === 0)
      this.fail(`${what} expected`, 'write it, in quotes if it holds , ( ) "');
    return words.join(" ");
  }

  /** Takes an expression between slashes. */
  expression(): string {
    const next = this.#rule.tokens[this.#at];
    if (next?.kind !== "expression")
      this.fail("expression expected", "write it between slashes, like /^card \\d+/");
    this.#at++;
    return next!.text;
  }

  /** Throws an error with the line, what is wrong, what stands there, and what to do. */
  fail(message: string, next: string): never {
    const at: Token | undefined = this.#rule.tokens[this.#at];
    const line = at?.line ?? this.#rule.tokens.at(-1)?.line ?? this.#rule.line;
    const found = at ? JSON.stringify(at.text) : "end of the rule";
    throw ruleError(this.#file, line, `${message}: ${found} (${next})`);
  }

  #isValueWord(): boolean {
    const next = this.#rule.tokens[this.#at];
    return next?.kind === "word" && !reserved.has(next.text.toLowerCase());
  }
}

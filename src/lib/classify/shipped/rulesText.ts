/** The text of a rules file in code, from its first line on; backslashes of expressions stay as they are. */
export function rulesText({raw}: TemplateStringsArray): string {
  return raw.join("").trimStart();
}

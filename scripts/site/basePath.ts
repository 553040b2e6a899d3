/** The path below which a site stands, as somebody writes it, with a slash at both ends: `bank`, `/bank` and `/bank/` are one. */
export function basePath(text: string): string {
  return `/${text}/`.replace(/\/+/g, "/");
}

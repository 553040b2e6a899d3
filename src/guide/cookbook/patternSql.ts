import {builder} from "../../components/dom.js";
import type {Query} from "../../components/figureActions.js";
import {notebookLink} from "../../components/notebookLink.js";
import {highlighted} from "../../components/sqlText.js";

/** The SELECT of a pattern without its header, and a link that opens it in the notebook. */
export async function patternSql(
  file: Query,
  {document = globalThis.document}: {document?: Document} = {},
): Promise<HTMLElement> {
  const make = builder(document);
  const text = await file.text();
  const name = file.name?.split(".")[0] ?? "pattern";
  const title = /^-- (.+\?)$/m.exec(text)?.[1] ?? name;
  const sql = text.replace(/^(?:--.*\n)+/, "");
  const link = await notebookLink({title, name: name.replaceAll("-", "_"), sql: text}, {document});
  return make.html(
    "div",
    {class: "pattern-sql"},
    highlighted(make, sql),
    link && make.html("p", {class: "fold-action"}, link),
  );
}

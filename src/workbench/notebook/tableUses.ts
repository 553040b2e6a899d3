import {builder} from "../../components/dom.js";
import {siteAnchor} from "../../components/siteLink.js";
import {type LineageNode, lineageOf} from "../../lib/site/lineage.js";
import {plural} from "../../lib/words.js";

/** `lineage.json`, which is read when somebody asks what is made of a table. */
export interface LineageFile {
  json(): Promise<readonly LineageNode[]>;
}

/** The figures that are made of a table, in a fold that is filled when it is opened first. */
export function tableUses(
  table: string,
  file: LineageFile,
  {document = globalThis.document}: {document?: Document} = {},
): HTMLDetailsElement {
  const {html} = builder(document);
  const list = html("ul", {}, html("li", {}, "Loading …"));
  const fold = html(
    "details",
    {class: "schema-uses"},
    html("summary", {}, "Figures made of it"),
    list,
  );
  const fill = async () => {
    const figures = lineageOf(await file.json()).madeOf(`table:${table}`, "figure");
    const items = figures.map(({name, path}) =>
      html("li", {}, siteAnchor(path ?? "", name, {document}) ?? name),
    );
    list.replaceChildren(html("li", {class: "facts"}, plural(figures.length, "figure")), ...items);
  };
  fold.addEventListener(
    "toggle",
    () =>
      void fill().catch((error) =>
        list.replaceChildren(html("li", {}, `The figures could not be read: ${String(error)}`)),
      ),
    {once: true},
  );
  return fold;
}

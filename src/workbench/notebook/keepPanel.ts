/** "Keep as a page": the notebook as files of the site, written by the preview or handed to the browser. */
import {builder} from "../../components/dom.js";
import {opensPanel} from "../../components/popover.js";
import {saveFile} from "../../components/saveFile.js";
import type {Column} from "../../lib/notebook/columns.js";
import type {Notebook} from "../../lib/notebook/notebook.js";
import {keepMeta} from "../../lib/notebook/pageMeta.js";
import {analysisName} from "../../lib/site/analysisName.js";
import {stories} from "../../lib/site/stories.js";
import {list} from "../../lib/words.js";
import {type Kept, sendKept, zipOf} from "./keptFiles.js";

export interface KeepOptions {
  readonly notebook: () => Notebook;
  /** Runs all queries and gives the columns of their answers, by the names of the cells. */
  readonly answers: () => Promise<ReadonlyMap<string, readonly Column[]>>;
  /** The rows of the dropped files that the queries read, as CSV, by what queries call them. */
  readonly dropped: () => Promise<ReadonlyMap<string, string>>;
  readonly document: Document;
}

/** The groups that take pages: those of a person and of a company are the tabs of a profile. */
const groups = Object.entries(stories)
  .filter(([folder]) => folder !== "person" && folder !== "company")
  .map(([folder, {name}]) => ({folder, name}));

/** The button that opens the panel. */
export function keepPanel({notebook, answers, dropped, document}: KeepOptions): HTMLButtonElement {
  const {html} = builder(document);
  const address = document.querySelector<HTMLMetaElement>(`meta[name=${keepMeta}]`)?.content;
  const open = html("button", {type: "button"}, "Keep as a page");
  return opensPanel(open, () => {
    const title = html("input", {name: "title", value: notebook().title});
    const group = html(
      "select",
      {name: "group"},
      ...groups.map(({folder, name}) => html("option", {value: folder}, name)),
    );
    group.value = "bank";
    const submit = html(
      "button",
      {type: "submit"},
      address ? "Write the page" : "Download the page",
    );
    const replace = html("button", {type: "button", hidden: true}, "Replace them");
    const words = html("p", {role: "status"});
    const say = (text: string, isWrong = false) => {
      words.textContent = text;
      words.classList.toggle("is-wrong", isWrong);
    };
    const keep = async (isReplaced: boolean) => {
      submit.disabled = replace.disabled = true;
      replace.hidden = true;
      say("Running the queries …");
      try {
        const name = analysisName(title.value);
        const {keptFiles} = await import("../../lib/notebook/keptPage.js");
        const given = {answers: await answers(), dropped: await dropped()};
        const kept: Kept = {
          title: name.title,
          group: group.value,
          files: keptFiles(notebook(), {name, group: group.value, ...given}),
        };
        if (!address) {
          saveFile(await zipOf(kept.files), `${name.slug}.zip`, document);
          say("Unpack the file in the project’s folder: npm run dev shows the page.");
        } else {
          say("Writing the files …");
          const answer = await sendKept(address, kept, isReplaced, document);
          if ("page" in answer) {
            say(`Written: ${Object.keys(kept.files).join(", ")}. The page opens …`);
            document.defaultView!.location.assign(answer.page);
          } else {
            say(
              `${answer.message}. Replace? Figures and inputs that were changed by hand there are written anew.`,
              true,
            );
            replace.hidden = answer.files.length === 0;
          }
        }
      } catch (error) {
        say(error instanceof Error ? error.message : String(error), true);
      }
      submit.disabled = replace.disabled = false;
    };
    const {files = []} = notebook();
    const form = html(
      "form",
      {class: "keep", "aria-label": "Keep as a page"},
      html("label", {}, html("span", {}, "Title"), title),
      html("label", {}, html("span", {}, "Group"), group),
      html(
        "p",
        {},
        address
          ? "A page and a data loader for each query, as files of this project."
          : "A page and a data loader for each query, to unpack in the project’s folder.",
        files.length > 0 &&
          ` The rows of ${list(files.map(({file}) => file))} become files of the project too.`,
      ),
      html("div", {class: "keep-actions"}, submit, replace),
      words,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void keep(false);
    });
    replace.addEventListener("click", () => void keep(true));
    return form;
  });
}

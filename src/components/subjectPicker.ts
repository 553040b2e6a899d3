import {type FoundName, findNames, nameDetail, type Subject} from "../lib/site/searchNames.js";
import {type KeptChoice, keptChoice} from "./keptChoice.js";
import type {KeyedFile} from "./keyed.js";
import {nameRows} from "./nameRows.js";
import {type Choice, type PickerElement, picker} from "./picker.js";

const labels = {person: "Person", company: "Company"} as const;

/**
 * The choice of one person or one company out of a bank of any size, which is in the address as `?id=…`; first the one
 * of the page before, else `value`. `names` is the dataset `search-names.keyed`, of which only what is looked for is
 * loaded; an id is found as well as a name.
 */
export function subjectPicker(
  subject: Subject,
  names: KeyedFile,
  {
    value,
    kept = keptChoice(subject),
    document = globalThis.document,
  }: {value?: string | undefined; kept?: KeptChoice; document?: Document} = {},
): PickerElement {
  const rowsOf = nameRows(names);
  return picker({
    label: labels[subject],
    param: "id",
    value,
    kept,
    placeholder: "Type a name …",
    choices: {
      async find(query) {
        const found = await findNames(subject, query, rowsOf);
        return {items: found.map(choiceOf), count: found.length};
      },
      async named(id) {
        const [row] = id ? await rowsOf(id) : [];
        return row && choiceOf(row);
      },
    },
    document,
  });
}

function choiceOf(found: FoundName): Choice {
  return {value: found.user_id, label: found.name, detail: nameDetail(found)};
}

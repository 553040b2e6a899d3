import type {Query} from "../../components/figureActions.js";

/** A query whose text is read now, and not when somebody asks: by then the page asks no server for anything. */
export function readAhead(query: Query): Query {
  const text = query.text();
  return {...(query.name === undefined ? {} : {name: query.name}), text: () => text};
}

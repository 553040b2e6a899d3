/** What the page of the notebook is made of. */
export {notebookView} from "./notebookView.js";

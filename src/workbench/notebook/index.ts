/** What the page of the notebook is made of. */
export {showNotebook} from "./notebookView.js";

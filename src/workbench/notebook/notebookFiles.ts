import {type FileDrop, fileDrop} from "../../components/fileDrop.js";
import {fileEndings} from "../../lib/notebook/fileKind.js";
import {DroppedFiles, type DroppedFilesOptions} from "./droppedFiles.js";
import {type FileListOptions, fileList} from "./fileList.js";
import type {FileTable} from "./fileTables.js";
import {type FileWords, fileWords} from "./fileWords.js";

export interface NotebookFilesOptions
  extends Pick<DroppedFilesOptions, "use" | "taken">,
    Pick<FileListOptions, "onName" | "onSample"> {
  /** The tables of files are others now. */
  readonly onChange: (tables: readonly FileTable[]) => void;
  readonly document: Document;
}

export interface NotebookFiles extends FileDrop, Pick<FileWords, "words"> {
  readonly files: DroppedFiles;
  readonly list: HTMLElement;
}

/** The files that somebody drops on the notebook, which is `element`: what keeps them, and what shows them. */
export function notebookFiles(
  element: HTMLElement,
  {use, taken, onChange, onName, onSample, document}: NotebookFilesOptions,
): NotebookFiles {
  const list = fileList({onName, onSample, onRemove: (file) => void files.remove(file), document});
  const {words, say} = fileWords(document);
  const {button, target} = fileDrop(element, {
    onFiles: (chosen) => void files.add(chosen),
    button: "Add a file",
    label: "Files with rows",
    accept: fileEndings,
    invitation:
      "Drop CSV, lines of JSON, Arrow or DuckDB: each becomes a table. Nothing leaves this machine.",
    document,
  });
  const files = new DroppedFiles({
    use,
    taken,
    onChange() {
      list.show(files.files);
      onChange(files.files.flatMap(({tables}) => tables));
    },
    onWords: say,
  });
  return {files, list: list.element, button, target, words};
}

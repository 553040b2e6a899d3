import {DroppedFiles, type DroppedFilesOptions} from "./droppedFiles.js";
import {type FileDrop, fileDrop} from "./fileDrop.js";
import {type FileListOptions, fileList} from "./fileList.js";
import type {FileTable} from "./fileTables.js";

export interface NotebookFilesOptions
  extends Pick<DroppedFilesOptions, "use" | "taken">,
    Pick<FileListOptions, "onName" | "onSample"> {
  /** The tables of files are others now. */
  readonly onChange: (tables: readonly FileTable[]) => void;
  readonly document: Document;
}

export interface NotebookFiles extends Pick<FileDrop, "button" | "target" | "words"> {
  readonly files: DroppedFiles;
  readonly list: HTMLElement;
}

/** The files that somebody drops on the notebook, which is `element`: what keeps them, and what shows them. */
export function notebookFiles(
  element: HTMLElement,
  {use, taken, onChange, onName, onSample, document}: NotebookFilesOptions,
): NotebookFiles {
  const list = fileList({onName, onSample, onRemove: (file) => void files.remove(file), document});
  const drop = fileDrop(element, {onFiles: (chosen) => void files.add(chosen), document});
  const files = new DroppedFiles({
    use,
    taken,
    onChange() {
      list.show(files.files);
      onChange(files.files.flatMap(({tables}) => tables));
    },
    onWords: drop.say,
  });
  const {button, target, words} = drop;
  return {files, list: list.element, button, target, words};
}

/** The document goes to a file and comes from one. */
import { tell } from "@/state/announcements";
import { FILE_ENDING, openFile, present, specFile } from "@/state/document";
import { wordsOf } from "@/words";

/** Has the browser save the document as a file. */
export function saveToFile(): void {
  const { name, text } = specFile(present(), wordsOf("document")("file.unnamed"));
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Asks for a file and opens it. Call where a person acts: browsers open the dialog then only. */
export function chooseFile(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = `${FILE_ENDING},application/json`;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void openOrTell(file);
  });
  input.click();
}

/** Opens a file; where it cannot be, the page says why. */
export async function openOrTell(file: File): Promise<void> {
  const trouble = await openFile(file);
  if (trouble !== null) tell(trouble);
}

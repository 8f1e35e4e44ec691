/** How long a saved file stays available to the browser, in milliseconds. */
const SAVING = 60_000;

/** Saves a text as a file in UTF-8. `type` is its media type. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, SAVING);
}

/** From now on what is handed to the person as a file is kept here instead. */
export function filesSaved(): Blob[] {
  const files: Blob[] = [];
  URL.createObjectURL = (file) => {
    if (file instanceof Blob) files.push(file);
    return 'blob:test';
  };
  URL.revokeObjectURL = () => undefined;
  // jsdom would go to the address of the file.
  HTMLAnchorElement.prototype.click = () => undefined;
  return files;
}

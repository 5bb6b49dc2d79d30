/** Folders of this package whose sources become part of every program. */
const OWN_FOLDERS = ['src/std/', 'src/runtime/', 'src/kernel/', 'src/platform-linux/'];

/** True for what comes from the application's sources, by the file that it carries. */
export function isOfProgram({ file }: { readonly file: string }): boolean {
  return file !== '' && !OWN_FOLDERS.some((folder) => file.startsWith(folder));
}

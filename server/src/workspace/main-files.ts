/** How many folders above a file are looked at. */
const FOLDERS_UP = 2;

/** The paths at which a file that includes the given one most likely lies. */
export function mainFilesAround(path: string, names: readonly string[]): readonly string[] {
  const paths: string[] = [];
  let folder = path;
  for (let i = 0; i <= FOLDERS_UP; i++) {
    const end = folder.lastIndexOf('/');
    if (end < 0 || folder.charAt(end - 1) === '/') break;
    folder = folder.slice(0, end);
    for (const name of names) paths.push(`${folder}/${name}`);
  }
  return paths.filter((candidate) => candidate !== path);
}

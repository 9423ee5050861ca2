/** Whether somebody has told the browser to load no more than it must. Not all browsers tell. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

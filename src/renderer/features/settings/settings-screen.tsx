/** What a person may choose, on one page. */
export function SettingsScreen() {
  return <h1>Settings</h1>;
}

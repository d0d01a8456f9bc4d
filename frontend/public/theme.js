// Runs before the first paint so that the chosen theme never flashes. Kept in step with src/ui/theme.ts.
(function () {
  function chosen() {
    try {
      return localStorage.getItem("waymark.theme");
    } catch {
      return null;
    }
  }
  const choice = chosen();
  const dark =
    choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();

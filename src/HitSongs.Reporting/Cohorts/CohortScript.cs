namespace HitSongs.Reporting.Cohorts;

/// <summary>Sorts a table of the cohort's page by the column whose title is pressed, by key as well; without it the page can be read all the same.</summary>
internal static class CohortScript
{
    // "12 of 40" and "35 %" sort by their first number; what holds none comes last.
    public const string Text = """
        for (const table of document.querySelectorAll("table")) {
          table.querySelectorAll("thead th").forEach((title, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.textContent = title.textContent;
            title.replaceChildren(button);
            button.addEventListener("click", () => {
              const down = title.getAttribute("aria-sort") === "ascending";
              table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
              title.setAttribute("aria-sort", down ? "descending" : "ascending");
              const key = row => row.cells[column].textContent.trim();
              const number = text => /^-?[\d.,]+/.test(text) ? parseFloat(text.replaceAll(",", "")) : NaN;
              const order = (a, b) => {
                const [x, y] = [number(key(a)), number(key(b))];
                const both = !isNaN(x) && !isNaN(y);
                return both ? x - y : isNaN(x) !== isNaN(y) ? (isNaN(x) ? 1 : -1) : key(a).localeCompare(key(b));
              };
              const body = table.tBodies[0];
              const rows = [...body.rows].sort(order);
              body.append(...(down ? rows.reverse() : rows));
            });
          });
        }
        """;
}

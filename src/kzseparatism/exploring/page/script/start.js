// The page is built once; each change of the question shows anew what depends on it.

function build() {
  const wide = innerWidth > 900;
  document.body.append(make("main", { id: "explorer" },
    make("details", { id: "filters", open: wide }, make("summary", {}, "Filters"), questionForm()),
    make("div", { class: "answer" }, timeSection(), resultsSection())),
    about(), drawer(), make("p", { id: "status", role: "status", class: "hidden" }));
  byElementId("time").addEventListener("toggle", show);
}

function about() {
  const { licence, program } = DATA.about;
  return make("footer", {},
    make("p", {}, `Made by kzseparatism ${program}. Coding and summaries: ${licence}. Quotations belong to their speakers.`));
}

function show() {
  const [filters, choices] = [filtersOf(asked), choiceFilters(asked.table)];
  showQuestion(filters, choices);
  showTimeline(filters);
  showResults(filters, choices);
  showRecord();
}

// Not by the address, which is the question: to skip would clear every filter.
function skipToRecords(event) {
  event.preventDefault();
  byElementId("results").focus();
}

function readAndShow() {
  readAddress();
  show();
}

// Paper has no button to show more.
function showAllRows() {
  rowsShown = Infinity;
  show();
}

document.addEventListener("DOMContentLoaded", () => {
  readEntries();
  build();
  readAndShow();
  document.querySelector("a.skip").addEventListener("click", skipToRecords);
  addEventListener("hashchange", readAndShow);
  addEventListener("popstate", readAndShow);
  addEventListener("beforeprint", showAllRows);
});

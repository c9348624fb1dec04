// The rows that are shown, as a file: CSV in words for a spreadsheet, JSON as the library has it.

// What a spreadsheet would take for a formula; the wide forms are formulas in some of them.
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function download(form) {
  const [filters, choices] = [filtersOf(asked), choiceFilters(asked.table)];
  const answer = inOrder(answerOf(asked.table, { ...filters, ...choices }, asked.match));
  const doubtful = isDoubtful(filters);
  if (form === "csv") save(`${asked.table}.csv`, "text/csv", csvOf(answer, doubtful));
  else save(`${asked.table}.json`, "application/json", jsonOf(answer, doubtful));
}

function jsonOf(answer, doubtful) {
  const rows = answer.map(({ entry, level }) => ({
    ...(doubtful ? { match: LEVELS[level] } : {}), ...whole(entry.kind, entry.record),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function csvOf(answer, doubtful) {
  const columns = columnsOf(asked.table);
  const head = [...(doubtful ? ["match"] : []), "id", ...columns.map(({ name }) => inWords(name)), "article"];
  const rows = answer.map(({ entry, level }) => [
    ...(doubtful ? [LEVELS[level]] : []), entry.id,
    ...columns.map((column) => cellText(entry, column)),
    [...entry.documents.keys()].map((source) => articleOf(source) ?? "").filter(Boolean).join("; ")]);
  // A spreadsheet takes a file for UTF-8 by the mark at its beginning.
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvCell(text) {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    byElementId("status").textContent = done;
  } catch {
    // Some browsers let no page from a file write to the clipboard.
    prompt("Copy this text:", text);
  }
}

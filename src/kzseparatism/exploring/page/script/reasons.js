// Why a record is in the answer: in the sentences of the library's own "why".

const LEVEL_NOT = 0, LEVEL_POSSIBLE = 1, LEVEL_CODED = 2, LEVEL_CERTAIN = 3;

function reasonsOf(entry, question) {
  const window = windowOf(question);
  const reasons = [];
  if (window && DATA.tables[entry.table].in_time) reasons.push(reasonInTime(entry, window));
  if (question.region && question.region !== NO_REGION && DATA.tables[entry.table].in_space) {
    reasons.push(reasonInRegion(entry, BY_ID.get(question.region)));
  }
  return reasons;
}

// The sentence, or nothing where neither time nor region is asked for.
function whyOf(entry, question) {
  const reasons = reasonsOf(entry, question);
  if (!reasons.length) return "";
  const weakest = Math.min(...reasons.map(([level]) => level));
  const surely = weakest === LEVEL_CERTAIN ? "certainly" : "possibly";
  const answer = weakest === LEVEL_NOT ? "is not in the answer" : `is ${surely} in the answer`;
  const told = weakest === LEVEL_NOT ? reasons.filter(([level]) => level === LEVEL_NOT) : reasons;
  return `${entry.id} ${answer}: ${told.map(([, because]) => because).join("; ")}`;
}

function best(reasons) {
  return reasons.reduce((one, other) => (other[0] > one[0] ? other : one));
}

function reasonInTime(entry, window) {
  if (!entry.dates.length) return [LEVEL_NOT, "it has no date"];
  const reasons = entry.dates.map((date) => reasonOfDate(date, window));
  const found = best(reasons);
  return found[0] === LEVEL_NOT && reasons.length > 1 ? [LEVEL_NOT, "none of its dates meets the window"] : found;
}

function reasonOfDate(date, { first, last }) {
  const said = `${date.name}, ${date.days},`;
  if (date.first >= first && date.last <= last) {
    if (!date.sign) return [LEVEL_CERTAIN, `${said} is inside the window`];
    return [LEVEL_CODED, `${said} is inside the window but ${DATA.signs[date.sign]}`];
  }
  if (date.first <= last && date.last >= first) return [LEVEL_POSSIBLE, `${said} meets the window but is not inside it`];
  return [LEVEL_NOT, `${said} is ${date.last < first ? "before" : "after"} the window`];
}

function reasonInRegion(entry, region) {
  const reasons = placesOf(entry).map((place) => reasonOfPlace(place, region));
  const found = reasons.length ? best(reasons) : [LEVEL_NOT, ""];
  return found[0] === LEVEL_NOT ? [LEVEL_NOT, `none of its places lies in ${labelOf(region)}`] : found;
}

function placesOf(entry) {
  const ids = [...linksOf(entry.kind, entry.record)].map(([id]) => id);
  return ids.map((id) => BY_ID.get(id)).filter((one) => one?.table === "places");
}

function reasonOfPlace(place, region) {
  const name = labelOf(place);
  if (place.certain.has(region.id)) return [LEVEL_CERTAIN, `its place, ${name}, lies in ${labelOf(region)}`];
  if (!place.possible.has(region.id)) return [LEVEL_NOT, ""];
  const units = (place.record.regions ?? []).map((id) => labelOf(BY_ID.get(id))).join(" or ");
  return [LEVEL_CODED, `its place, ${name}, is coded as in ${units}, and may lie in ${labelOf(region)}`];
}

// Everything else that is asked and that this record fits, one line each.
function otherReasons(entry) {
  const lines = [];
  if (asked.text && searchFor(asked.text)?.(entry)) lines.push(`it has the words “${asked.text}”`);
  if (asked.region === NO_REGION && levelInRegion(entry, NO_REGION)) lines.push("its places lie in no single region");
  for (const id of asked.source) if (entry.documents.has(id)) lines.push(`it is based on ${documentInBrief(id)}`);
  if (entry.table === asked.table) {
    for (const [field, words] of Object.entries(asked.chosen)) {
      if (words.includes(entry.record[field])) lines.push(`its ${inWords(field)} is “${inWords(entry.record[field])}”`);
    }
  }
  return lines;
}

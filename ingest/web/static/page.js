// The page reads the same log as every subscriber, from its own cursor. All text that came from
// outside is put in as text, never as markup.
"use strict";

const SHOWN = 300;
const events = document.getElementById("events");
const receipts = document.getElementById("receipts");
const filter = document.getElementById("filter");

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

const time = (iso) => new Date(iso).toLocaleTimeString();

function gist(data) {
  if (data.milestone) {
    const { type, date, status, people } = data.milestone;
    return [type.replace("_", " "), date, status, people.map((p) => p.name).join(", ")].filter(Boolean).join(" · ");
  }
  if (data.members) {
    return data.members.map((m) => (m.role ? `${m.name} (${m.role})` : m.name)).join(", ") || "the crew as a body";
  }
  return data.why || (data.mission ? "" : data.article.title) || "";
}

function eventItem(event) {
  const kind = event.type.replace("org.missionfeed.", "").replace(".v1", "");
  const [of, what] = kind.split(".");
  const item = element("li");
  item.dataset.kind = kind;
  item.dataset.words = JSON.stringify(event).toLowerCase();
  const top = element("div", "top");
  top.append(element("span", `tag ${what.includes("withdrawn") ? "withdrawn" : what}`, `${of} ${what.replace("_", " ")}`));
  const { mission, article } = event.data;
  if (mission) top.append(element("span", "of", mission.known ? mission.name : `${mission.name} (not in the catalogue yet)`));
  top.append(element("span", "at", `#${Number(event.sequence)} · ${time(event.time)}`));
  item.append(top);
  const told = gist(event.data);
  if (told) item.append(element("p", "told", told));
  const evidence = event.data.evidence || (event.data.members && event.data.members[0] && event.data.members[0].evidence);
  if (evidence) item.append(element("p", "told", `“${evidence.sentence}”`));
  const from = element("p", "from");
  if (article.url) {
    const link = element("a", "", article.title || article.url);
    link.href = article.url;
    link.rel = "noopener noreferrer";
    from.append(link);
  } else {
    from.append(article.title || "(no title)");
  }
  from.append([article.publisher, article.agency].filter(Boolean).map((name) => ` · ${name}`).join(""));
  item.append(from);
  return item;
}

function fits(item) {
  const kind = filter.elements.kind.value;
  const words = filter.elements.words.value.trim().toLowerCase();
  return item.dataset.kind.includes(kind) && item.dataset.words.includes(words);
}

function show(message) {
  const item = eventItem(JSON.parse(message.data));
  item.hidden = !fits(item);
  events.prepend(item);
  while (events.children.length > SHOWN) events.lastChild.remove();
  document.getElementById("no-events").hidden = true;
}

filter.addEventListener("input", () => {
  for (const item of events.children) item.hidden = !fits(item);
});
filter.addEventListener("submit", (event) => event.preventDefault());

function receiptItem(row) {
  const item = element("li");
  const top = element("div", "top");
  const where = row.path || row.url || "submitted";
  top.append(element("span", `tag ${row.receipt}`, row.receipt));
  top.append(element("span", "of", row.entry === null ? where : `${where} #${row.entry}`));
  top.append(element("span", "at", time(row.received)));
  item.append(top);
  if (row.title) item.append(element("p", "told", row.title));
  if (row.reason && row.receipt !== "new") item.append(element("p", "from", row.reason));
  return item;
}

async function refresh() {
  const [rows, status] = await Promise.all(
    ["/api/receipts?limit=100", "/api/status"].map((path) => fetch(path).then((answer) => answer.json())),
  );
  receipts.replaceChildren(...rows.reverse().map(receiptItem));
  document.getElementById("no-receipts").hidden = rows.length > 0;
  const counts = Object.entries(status.documents).map(([receipt, number]) => `${number} ${receipt}`);
  document.getElementById("summary").textContent =
    `${status.position} events · ${counts.join(", ") || "no documents"} · version ${status.version}`;
}

async function start() {
  const status = await fetch("/api/status").then((answer) => answer.json());
  const source = new EventSource(`/events?after=${Math.max(0, status.position - SHOWN)}`);
  const types = ["article.published", "article.revised", "article.republished", "mission.mentioned",
    "mission.mention_withdrawn", "crew.mentioned", "crew.mention_withdrawn", "mission.milestone"];
  for (const type of types) source.addEventListener(`org.missionfeed.${type}.v1`, show);
  source.onerror = () => { document.getElementById("summary").textContent = "Connection lost; trying again…"; };
  const again = () => refresh().catch(() => {}).finally(() => setTimeout(again, 1000));
  again();
}

start();

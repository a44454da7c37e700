// `npm run mutants`: changes the code of a room in one place at a time (Stryker) and asks whether a test of the room
// notices. Takes an hour or more. Rooms may be named, to change those alone: `npm run mutants -- access embargo`.
// What survived stands in `var/mutation/ROOM.html`, in the midst of its code.
import { mutatedRooms } from "./rooms.ts";
import { installStryker, mutateRoom, type Mutant } from "./run-stryker.ts";

const leastPercentKilled = 90;

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(mutatedRooms);
const unknown = chosen.filter((name) => !(name in mutatedRooms));
if (unknown.length > 0) throw new Error(`no such room: ${unknown.join(", ")}`);

const columns = ["Killed", "Timeout", "Survived", "NoCoverage", "RuntimeError", "Ignored"] as const;

/** How many mutants of a room had each fate, and the share that was noticed; what runs into the time limit was. */
function countsOf(mutants: readonly Mutant[]) {
  const count = (fate: Mutant["status"]) => mutants.filter(({ status }) => status === fate).length;
  const killed = count("Killed") + count("Timeout");
  const percent = (100 * killed) / (killed + count("Survived") + count("NoCoverage"));
  return { counts: columns.map(count), percent };
}

function rowOf(first: string, cells: readonly (string | number)[]): string {
  return [first.padEnd(28), ...cells.map((cell) => String(cell).padStart(12))].join("");
}

installStryker();
const rows: string[] = [];
const missed: string[] = [];
for (const name of chosen) {
  const room = mutatedRooms[name];
  if (room === undefined) continue;
  const files = mutateRoom(name, room);
  for (const [file, { mutants }] of Object.entries(files)) {
    for (const { status, location, mutatorName, replacement } of mutants)
      if (status === "Survived" || status === "NoCoverage")
        console.log(`${file}:${String(location.start.line)}  ${mutatorName}: ${replacement.replaceAll(/\s+/g, " ")}`);
  }
  const { counts, percent } = countsOf(Object.values(files).flatMap(({ mutants }) => mutants));
  if (!(percent >= leastPercentKilled)) missed.push(name);
  rows.push(rowOf(`lib/${name}`, [...counts, `${percent.toFixed(1)} %`]));
}
console.log(`\n${rowOf("room", [...columns, "noticed"])}\n${rows.join("\n")}`);
console.log(
  missed.length === 0 ? "\nEvery bar is held." : `\nBelow ${String(leastPercentKilled)} %: ${missed.join(", ")}`,
);
process.exit(missed.length === 0 ? 0 : 1);

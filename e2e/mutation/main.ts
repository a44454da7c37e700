// `npm run mutants`: changes the code of a room in one place at a time (Stryker) and asks whether a test of the room
// notices. Takes hours. Rooms, or parts of them, may be named: `npm run mutants -- access pgp-packets`.
// What survived stands in `var/mutation/PART.html`, in the midst of its code.
import { mutatedRooms, type MutatedPart } from "./rooms.ts";
import { installStryker, mutatePart, type Mutant, type MutatedFiles } from "./run-stryker.ts";

const leastPercentKilled = 90;
const columns = ["Killed", "Timeout", "Survived", "NoCoverage", "RuntimeError", "Ignored"] as const;

/** The parts of each room that is named, or the one part that is. */
function chosenRooms(
  names: readonly string[],
): readonly (readonly [string, readonly (readonly [string, MutatedPart])[]])[] {
  const rooms = Object.entries(mutatedRooms).map(([name, parts]) => [name, Object.entries(parts)] as const);
  const parts = rooms.flatMap(([, all]) => all).map((part) => [part[0], [part]] as const);
  return names.map((name) => {
    const chosen = [...rooms, ...parts].find(([each]) => each === name);
    if (chosen === undefined) throw new Error(`no such room: ${name}`);
    return chosen;
  });
}

function printSurvivors(files: MutatedFiles): void {
  for (const [file, { mutants }] of Object.entries(files))
    for (const { status, location, mutatorName, replacement } of mutants)
      if (status === "Survived" || status === "NoCoverage")
        console.log(`${file}:${String(location.start.line)}  ${mutatorName}: ${replacement.replaceAll(/\s+/g, " ")}`);
}

/** How many mutants had each fate, and the share that was noticed: also what then ran into the time limit. */
function countsOf(mutants: readonly Mutant[]) {
  const count = (fate: Mutant["status"]) => mutants.filter(({ status }) => status === fate).length;
  const killed = count("Killed") + count("Timeout");
  const percent = (100 * killed) / (killed + count("Survived") + count("NoCoverage"));
  return { counts: columns.map(count), percent };
}

function rowOf(first: string, cells: readonly (string | number)[]): string {
  return [first.padEnd(20), ...cells.map((cell) => String(cell).padStart(13))].join("");
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(mutatedRooms);
const rooms = chosenRooms(names);
installStryker();
const rows: string[] = [];
const missed: string[] = [];
for (const [name, parts] of rooms) {
  const mutants: Mutant[] = [];
  for (const [partName, part] of parts) {
    const files = mutatePart(partName, part);
    printSurvivors(files);
    mutants.push(...Object.values(files).flatMap((file) => file.mutants));
  }
  const { counts, percent } = countsOf(mutants);
  if (!(percent >= leastPercentKilled)) missed.push(name);
  rows.push(rowOf(name, [...counts, `${percent.toFixed(1)} %`]));
}
console.log(`\n${rowOf("room", [...columns, "noticed"])}\n${rows.join("\n")}`);
const verdict =
  missed.length === 0 ? "Every bar is held." : `Below ${String(leastPercentKilled)} %: ${missed.join(", ")}.`;
console.log(`\n${verdict}`);
process.exit(missed.length === 0 ? 0 : 1);

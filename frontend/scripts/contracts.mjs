/**
 * Writes src/contracts/api.ts from the OpenAPI document that the backend prints.
 *
 *   npm run contracts           writes the file
 *   npm run contracts:check     fails where the file in the tree is not what the backend says
 *
 * The interpreter is $PYTHON, else the project's ../.venv, else python3.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const target = fileURLToPath(new URL("../src/contracts/api.ts", import.meta.url));
const project = fileURLToPath(new URL("../../", import.meta.url));

function interpreter() {
  if (process.env.PYTHON) return process.env.PYTHON;
  const inProject = ["bin/python", "Scripts/python.exe"].map((path) => `${project}.venv/${path}`);
  return inProject.find((path) => existsSync(path)) ?? "python3";
}

const document = JSON.parse(
  execFileSync(interpreter(), ["-m", "neurarium", "openapi"], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  }),
);
const banner =
  "// Generated from the backend's OpenAPI document by `npm run contracts`. Do not edit.\n\n";
const generated = banner + astToString(await openapiTS(document, { defaultNonNullable: false }));

if (process.argv.includes("--check")) {
  if (!existsSync(target) || readFileSync(target, "utf8") !== generated) {
    console.error(
      "src/contracts/api.ts differs from the backend's document: run `npm run contracts`.",
    );
    process.exit(1);
  }
  console.log("src/contracts/api.ts is what the backend says.");
} else {
  writeFileSync(target, generated);
  console.log(`wrote ${target.slice(project.length)}`);
}

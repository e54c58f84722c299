import "@mantine/core/styles.layer.css";
import "./theme/fonts.css";
import "./theme/tokens.css";
import "./theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startWords } from "@/words";
import { App } from "./App";
import { bootstrap } from "./bootstrap";
import { followLanguage } from "./language";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no element with the id 'root' to draw the page in.");
}
await startWords();
followLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void bootstrap();

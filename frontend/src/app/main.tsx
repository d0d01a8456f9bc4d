import "@fontsource-variable/inter/opsz.css";
import "@/styles/fonts.css";
import "@/styles/reset.css";
import "@/styles/tokens.css";
import "@/styles/stages.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followSystemTheme } from "@/ui/theme";
import { App } from "./App";

followSystemTheme();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

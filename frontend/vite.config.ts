import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const backend = process.env.NEURARIUM_BACKEND ?? "http://127.0.0.1:8000";

/** Every browser that runs this page reads woff2; the other formats of the fonts stay out of the build. */
const onlyWoff2: Plugin = {
  name: "only-woff2",
  enforce: "pre",
  transform(code, id) {
    if (!/katex(\.min)?\.css$/.test(id)) return null;
    return code.replaceAll(/,url\([^)]+\.(?:woff|ttf)\) format\("[^"]+"\)/g, "");
  },
};

export default defineConfig({
  plugins: [react(), onlyWoff2],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: "../backend/neurarium/page",
    emptyOutDir: true,
    target: "es2023",
    // Fonts stay files: inlined ones would be downloaded by every visitor, needed or not.
    assetsInlineLimit: 0,
    // Libraries change less often than the page: a visitor keeps them across versions.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: "controls", test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/ },
            { name: "graph", test: /node_modules[\\/](@xyflow|@dagrejs|d3-[a-z]+)[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": { target: backend, ws: true } } },
});

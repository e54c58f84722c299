/** Mantine, dressed in the page's own tokens (tokens.css). */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const one = (value: string): MantineColorsTuple => [
  value,
  value,
  value,
  value,
  value,
  value,
  value,
  value,
  value,
  value,
];

/** What floats over the page. */
const raised = { background: "var(--raised)", borderColor: "var(--line)", color: "var(--ink)" };

export const theme = createTheme({
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--mono)",
  fontSizes: {
    xs: "var(--text-s)",
    sm: "var(--text-m)",
    md: "var(--text-m)",
    lg: "var(--text-l)",
    xl: "var(--text-title)",
  },
  spacing: {
    xs: "var(--space-1)",
    sm: "var(--space-2)",
    md: "var(--space-3)",
    lg: "var(--space-4)",
    xl: "var(--space-6)",
  },
  radius: { sm: "var(--radius-s)", md: "var(--radius)" },
  defaultRadius: "sm",
  primaryColor: "accent",
  colors: { accent: one("var(--accent)"), danger: one("var(--error)") },
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Tooltip: {
      defaultProps: {
        openDelay: 450,
        multiline: true,
        maw: 280,
        styles: {
          tooltip: {
            padding: "5px 9px",
            border: "1px solid var(--line)",
            background: "var(--raised)",
            color: "var(--ink)",
            fontSize: "var(--text-s)",
            lineHeight: 1.4,
            boxShadow: "var(--shadow-pop)",
          },
        },
        events: { hover: true, focus: true, touch: false },
        transitionProps: { duration: 120 },
      },
    },
    Menu: {
      defaultProps: {
        // Where it is opened, within that part's landmark; the first item has the focus.
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        shadow: "md",
        transitionProps: { duration: 120 },
        styles: { dropdown: raised, label: { color: "var(--faint)" } },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 160 },
        // The page's own header is its one banner.
        attributes: { header: { role: "presentation" } },
        styles: {
          content: raised,
          header: { background: "var(--raised)" },
          title: { fontSize: "var(--text-l)", fontWeight: 600 },
        },
      },
    },
  },
});

const shared = {
  "--mantine-color-body": "var(--panel)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--faint)",
  "--mantine-color-placeholder": "var(--faint)",
  "--mantine-color-default": "var(--panel)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-error": "var(--error)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-filled-hover": "var(--accent-hover)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-hover": "var(--accent-soft)",
  "--mantine-color-accent-text": "var(--accent)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-color-white": "var(--on-accent)",
  "--menu-item-hover": "var(--hover)",
  "--mantine-color-disabled": "var(--hover)",
  "--mantine-color-disabled-color": "var(--faint)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-shadow-md": "var(--shadow-pop)",
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--mantine-line-height": "1.45", "--mantine-shadow-md": "var(--shadow-pop)" },
  light: shared,
  dark: shared,
});

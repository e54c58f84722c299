import { Tooltip, useMantineColorScheme } from "@mantine/core";
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMoon,
  IconSun,
  IconRoute,
  IconTournament,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { openArena } from "@/state/arena";
import { openDescents } from "@/state/descents";
import { type PanelName, togglePanel, usePreferences } from "@/state/document";
import { chooseLocale, LANGUAGES, LOCALES, useLocale, useWords } from "@/words";
import styles from "./app.module.css";

const SCHEMES = ["auto", "light", "dark"] as const;

/** The page's own buttons: panels, language, theme, keys. */
export function PageTools({ onKeys }: { onKeys: () => void }) {
  const say = useWords("app");
  const sayArena = useWords("arena");
  const sayDescents = useWords("descents");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = SCHEMES[(SCHEMES.indexOf(colorScheme) + 1) % SCHEMES.length] ?? "auto";
  const colours = say("colours.change", {
    now: say(`colours.${colorScheme}`),
    next: say(`colours.${next}`),
  });
  const schemeIcon = {
    auto: <IconDeviceDesktop size={17} />,
    light: <IconSun size={17} />,
    dark: <IconMoon size={17} />,
  }[colorScheme];

  return (
    <>
      <Tooltip label={sayArena("open")}>
        <button
          type="button"
          className={styles.tool}
          aria-label={sayArena("open")}
          data-testid="open-arena"
          onClick={openArena}
        >
          <IconTournament size={17} />
        </button>
      </Tooltip>
      <Tooltip label={sayDescents("open")}>
        <button
          type="button"
          className={styles.tool}
          aria-label={sayDescents("open")}
          data-testid="open-descents"
          onClick={() => {
            openDescents();
          }}
        >
          <IconRoute size={17} />
        </button>
      </Tooltip>
      <PanelToggle panel="palette">
        <IconLayoutSidebar size={17} />
      </PanelToggle>
      <PanelToggle panel="dock">
        <IconLayoutBottombar size={17} />
      </PanelToggle>
      <PanelToggle panel="inspector">
        <IconLayoutSidebarRight size={17} />
      </PanelToggle>
      <LanguageSwitch />
      <Tooltip label={colours}>
        <button
          type="button"
          className={styles.tool}
          aria-label={colours}
          data-testid="theme"
          onClick={() => {
            setColorScheme(next);
          }}
        >
          {schemeIcon}
        </button>
      </Tooltip>
      <Tooltip label={say("keys.hint")}>
        <button
          type="button"
          className={styles.tool}
          aria-label={say("keys.title")}
          data-testid="keys"
          onClick={onKeys}
        >
          <IconKeyboard size={17} />
        </button>
      </Tooltip>
    </>
  );
}

/** Shows which language is spoken, and names the other one in its own words. */
function LanguageSwitch() {
  const say = useWords("app");
  const locale = useLocale();
  const other = LOCALES[(LOCALES.indexOf(locale) + 1) % LOCALES.length] ?? "en";
  const label = say("language.change", {
    now: LANGUAGES[locale].name,
    mark: LANGUAGES[locale].mark,
    other: LANGUAGES[other].name,
  });
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={styles.tool}
        aria-label={label}
        data-testid="language"
        onClick={() => void chooseLocale(other)}
      >
        <span className={styles.mark}>{LANGUAGES[locale].mark}</span>
      </button>
    </Tooltip>
  );
}

interface PanelToggleProps {
  panel: PanelName;
  children: ReactNode;
}

function PanelToggle({ panel, children }: PanelToggleProps) {
  const say = useWords("app");
  const shown = usePreferences((state) => !state.hidden[panel]);
  return (
    <Tooltip label={say(`panels.${panel}.${shown ? "hide" : "show"}`)}>
      <button
        type="button"
        className={styles.tool}
        aria-label={say(`panels.${panel}.name`)}
        aria-pressed={shown}
        data-testid={`toggle-${panel}`}
        onClick={() => {
          togglePanel(panel);
        }}
      >
        {children}
      </button>
    </Tooltip>
  );
}

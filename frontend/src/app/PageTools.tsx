import { Tooltip, useMantineColorScheme } from "@mantine/core";
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMoon,
  IconSun,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type PanelName, togglePanel, usePreferences } from "@/state/document";
import { chooseLocale, useLocale, useWords } from "@/words";
import styles from "./app.module.css";

const SCHEMES = ["auto", "light", "dark"] as const;

/** The page's own buttons: panels, language, theme, keys. */
export function PageTools({ onKeys }: { onKeys: () => void }) {
  const say = useWords("app");
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = SCHEMES[(SCHEMES.indexOf(colorScheme) + 1) % SCHEMES.length] ?? "auto";
  const schemeIcon = {
    auto: <IconDeviceDesktop size={17} />,
    light: <IconSun size={17} />,
    dark: <IconMoon size={17} />,
  }[colorScheme];

  return (
    <>
      <PanelToggle panel="palette" name="Layers" keyName="1">
        <IconLayoutSidebar size={17} />
      </PanelToggle>
      <PanelToggle panel="dock" name="Dock" keyName="2">
        <IconLayoutBottombar size={17} />
      </PanelToggle>
      <PanelToggle panel="inspector" name="Inspector" keyName="3">
        <IconLayoutSidebarRight size={17} />
      </PanelToggle>
      <Tooltip label={say("language.change")}>
        <button
          type="button"
          className={styles.tool}
          aria-label={say("language.change")}
          data-testid="language"
          onClick={() => void chooseLocale(locale === "en" ? "zh-CN" : "en")}
        >
          <IconLanguage size={17} />
        </button>
      </Tooltip>
      <Tooltip label={`Colours: ${colorScheme}. Click for ${next}.`}>
        <button
          type="button"
          className={styles.tool}
          aria-label={`Colours: ${colorScheme}. Change to ${next}`}
          data-testid="theme"
          onClick={() => {
            setColorScheme(next);
          }}
        >
          {schemeIcon}
        </button>
      </Tooltip>
      <Tooltip label="Keys (?)">
        <button
          type="button"
          className={styles.tool}
          aria-label="Keys"
          data-testid="keys"
          onClick={onKeys}
        >
          <IconKeyboard size={17} />
        </button>
      </Tooltip>
    </>
  );
}

interface PanelToggleProps {
  panel: PanelName;
  name: string;
  keyName: string;
  children: ReactNode;
}

function PanelToggle({ panel, name, keyName, children }: PanelToggleProps) {
  const shown = usePreferences((state) => !state.hidden[panel]);
  return (
    <Tooltip label={`${shown ? "Hide" : "Show"} ${name.toLowerCase()} (${keyName})`}>
      <button
        type="button"
        className={styles.tool}
        aria-label={name}
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

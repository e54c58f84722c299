import { Menu } from "@mantine/core";
import { IconChevronDown, IconFileExport, IconFileImport } from "@tabler/icons-react";
import { Fragment } from "react";
import { loadPreset, useCatalog, useSpec } from "@/state/document";
import { useWords } from "@/words";
import { chooseFile, saveToFile } from "./files";
import { groupPresets } from "./groupPresets";
import styles from "./TopBar.module.css";

/** The name of what is on screen, and the networks to start from. */
export function PresetMenu() {
  const say = useWords("controls");
  const sayOfFiles = useWords("document");
  const catalog = useCatalog((state) => state.catalog);
  const groups = groupPresets(catalog?.presets ?? [], catalog?.preset_families ?? []);
  const name = useSpec((spec) => spec.name) ?? "";
  return (
    <Menu position="bottom-start" width={340} disabled={groups.length === 0}>
      <Menu.Target>
        <button
          type="button"
          className={styles.name}
          title={name === "" ? say("presets.label") : name}
          data-testid="preset-menu"
        >
          <span>{name === "" ? say("presets.unnamed") : name}</span>
          <IconChevronDown size={14} aria-label={say("presets.label")} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.presets}>
        <Menu.Label>{sayOfFiles("file.group")}</Menu.Label>
        <Menu.Item
          leftSection={<IconFileImport size={16} />}
          title={sayOfFiles("file.openHint")}
          data-testid="file-open"
          onClick={chooseFile}
        >
          {sayOfFiles("file.open")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size={16} />}
          title={sayOfFiles("file.saveHint")}
          data-testid="file-save"
          onClick={saveToFile}
        >
          {sayOfFiles("file.save")}
        </Menu.Item>
        {groups.map((group) => (
          <Fragment key={group.name}>
            <Menu.Label>{group.title}</Menu.Label>
            {group.presets.map((preset) => (
              <Menu.Item
                key={preset.name}
                data-testid={`preset-${preset.name}`}
                onClick={() => {
                  loadPreset(preset.spec);
                }}
              >
                <span className={styles.presetTitle}>{preset.title}</span>
                <span className={styles.presetSentence}>{preset.sentence}</span>
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Modal } from "@mantine/core";
import { useWords } from "@/words";
import { KEYS } from "./keys";
import styles from "./app.module.css";

/** The list of the page's keys. */
export function KeyList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords("app");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say("keys.title")}
      size="xl"
      closeButtonProps={{ "aria-label": say("close") }}
    >
      <div className={styles.keyGroups}>
        {(["training", "network", "editing", "page"] as const).map((group) => (
          <section key={group}>
            <h3>{say(`keys.${group}.title`)}</h3>
            <dl>
              {KEYS[group].map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key === "Space" ? say("keys.space") : key}</kbd>
                    ))}
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

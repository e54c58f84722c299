import { Modal } from "@mantine/core";
import { useWords } from "@/words";
import { KEYS } from "./keys";
import styles from "./app.module.css";

/** The list of the page's keys. */
export function KeyList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords("app");
  return (
    <Modal opened={opened} onClose={onClose} title={say("keys.title")} size="lg">
      <div className={styles.keyGroups}>
        {KEYS.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

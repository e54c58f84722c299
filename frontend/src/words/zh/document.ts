import type en from "../en/document";
import type { Translated } from "../types";

const document: Translated<typeof en> = {
  name: {
    missing: "层需要有名称。",
    reserved: "“{{name}}”是数据的名称，请另取一个。",
    letters: "只能用字母、数字和 _，以字母开头，最多 64 个字符。",
    taken: "已经有一层叫“{{name}}”。",
  },

  clipboard: {
    empty: "剪贴板里没有层。",
    emptyHint: "请先选中并复制一些层，在本页或其他标签页均可。",
  },

  file: {
    open: "打开文件…",
    openHint: "网络及其数据和训练设置，JSON 格式（Ctrl O）",
    save: "保存为文件",
    saveHint: "网络及其数据和训练设置，JSON 格式（Ctrl S）",
    group: "文件",
    drop: "松开鼠标，打开文件中的网络",
    unnamed: "network",
    large: "“{{name}}”太大，不可能是网络：{{size}}。",
    unreadable: "“{{name}}”不是 JSON：{{reason}}",
    foreign: "“{{name}}”是 JSON，但其中没有网络。",
    refused: "“{{name}}”无法打开。{{reason}}",
    hint: "请选择本页保存的文件，或 neurarium train 命令所用的文件。",
    unchanged: "原来的网络没有改变。",
  },
};

export default document;

"""What `api` says: requests that cannot be answered."""

TEXTS = {
    "{where}: {problem}; received {value}.": "{where}：{problem}；收到的是 {value}。",
    "The body": "请求正文",
    "The server failed on this request; its log has the details.": "服务器处理该请求时出错，详情见服务器日志。",
    "The body is not JSON: {reason}, at character {position}.": "请求正文不是 JSON：{reason}（第 {position} 个字符处）。",
    "Send a JSON object.": "请发送一个 JSON 对象。",
    "The body's content type is {kind}; it must be application/json.": (
        "请求正文的内容类型为 {kind}，必须是 application/json。"
    ),
    "Send JSON, and say so.": "请发送 JSON，并在内容类型中注明。",
    "{method} {path}: {refusal}": "{method} {path}：{refusal}",
    "{method} {path}: {reason}.": "{method} {path}：{reason}。",
    'There is nothing at "/{path}".': "“/{path}”处没有任何内容。",
    "The page is at /, the API's documentation at /docs.": "页面在 /，API 文档在 /docs。",
    "There is no source {family}/{kind}.": "没有源码 {family}/{kind}。",
    "options is no JSON: {error}.": "options 不是 JSON：{error}。",
    'Send an object, e.g. {{"noise": 0.1}}.': '请发送一个对象，例如 {{"noise": 0.1}}。',
    "There are {known}.": "可选的有 {known}。",
    'There is no data set "{name}".': "没有名为“{name}”的数据集。",
    "A binary message came; commands are JSON text.": "收到了二进制消息，而命令应为 JSON 文本。",
    "A message is no JSON: {error}.": "有一条消息不是 JSON：{error}。",
    'Send {{"command": "pause"}}.': '请发送 {{"command": "pause"}} 这样的内容。',
    # Who may speak to the server
    'This server does not answer to the name "{host}".': "本服务器不以“{host}”这个名称应答。",
    "Address it as localhost, or add the name to NEURARIUM_ALLOWED_HOSTS.": (
        "请用 localhost 访问，或把该名称加入 NEURARIUM_ALLOWED_HOSTS。"
    ),
    'A page at "{origin}" may not use this server at "{host}".': "来自“{origin}”的页面不得使用“{host}”上的本服务器。",
    "Open the server's own page.": "请打开服务器自己的页面。",
    "The body is larger than {most:,} bytes, which is the most that this server takes.": (
        "请求正文超过 {most:,} 字节，这是本服务器接受的上限。"
    ),
    "Send less at once.": "请减少一次发送的内容。",
    # Reasons of the libraries below
    "Not Found": "未找到",
    "Method Not Allowed": "不允许使用该方法",
    "There was an error parsing the body": "解析请求正文时出错",
    "Expecting value": "此处应有一个值",
    "Expecting property name enclosed in double quotes": "此处应有用双引号括起的属性名",
    "Expecting ':' delimiter": "此处应有冒号“:”",
    "Expecting ',' delimiter": "此处应有逗号“,”",
    "Extra data": "有多余的内容",
    "Illegal trailing comma before end of array": "数组末尾有多余的逗号",
    "Illegal trailing comma before end of object": "对象末尾有多余的逗号",
    "Invalid \\escape": "无效的反斜杠转义",
    "Invalid control character at": "有无效的控制字符",
    "Unterminated string starting at": "字符串没有结束",
}

import { afterEach, describe, expect, it } from "vitest";
import { ApiError, Unexplained, Unreachable } from "@/transport/failures";
import { inWords, speak, type Trouble } from "@/words";
import { troubleOf } from "./trouble";

function said({ message, hint }: Trouble): string[] {
  return [message, hint].map((text) => (text === null ? "" : inWords(text)));
}

describe("troubleOf", () => {
  afterEach(() => speak("en"));

  it("passes on what the server says", () => {
    const refusal = new ApiError(
      { code: "too_large", message: "Too many.", hint: "Use fewer.", node: null, field: null },
      422,
    );
    expect(said(troubleOf(refusal))).toEqual(["Too many.", "Use fewer."]);
  });

  it("has words for a server that says nothing, and puts them into the language spoken then", async () => {
    const unreachable = troubleOf(new Unreachable("/api/catalog"));
    const unexplained = troubleOf(new Unexplained(502, "/api/runs"));
    expect(said(unreachable)[0]).toBe("The server does not answer.");
    expect(said(unexplained)[0]).toContain("502 to /api/runs");
    await speak("zh-CN");
    expect(said(unreachable)[0]).toBe("服务器没有响应。");
    expect(said(unexplained)[0]).toMatch(/\/api\/runs .*502/);
  });

  it("shows any other failure as it is", () => {
    expect(said(troubleOf(new TypeError("no")))).toEqual(["TypeError: no", ""]);
  });
});

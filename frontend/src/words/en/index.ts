/** English: a namespace for each part of the page. */
import app from "./app";

export default { app };

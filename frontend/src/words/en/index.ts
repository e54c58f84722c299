/** English: a namespace for each part of the page. */
import app from "./app";
import theory from "./theory";

export default { app, theory };

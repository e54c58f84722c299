"""HTTP routes, the WebSocket and the mapping from errors to status codes."""

"""The loop: steps, validation, commands and the telemetry budget."""

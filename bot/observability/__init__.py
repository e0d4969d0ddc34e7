"""What an operator sees of the running program: logs, /healthz and /metrics."""

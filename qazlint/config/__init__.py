"""The user's configuration: found upwards from a file, read, and applied to a policy."""

"""The press secretary's page and the HTTP API under it; needs the extra `qazlint[web]`."""

"""The editor's door: the Language Server Protocol. Imported by `qazlint lsp` alone; it needs the extra `lsp`."""

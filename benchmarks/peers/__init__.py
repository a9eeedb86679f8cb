"""qazlint side by side with what a user would pick instead, on the same posts, in one run."""

"""Words: scanning, sentences, morphology of Russian and Kazakh, what neighbours say of a word. See `pipeline`."""

"""Reading what people type: characters to words, words to phrases. Phrases are data, one file per language."""

"""Letters of every era, typeset from declared facts; one file an era for what they say, one file an engine for how they look."""

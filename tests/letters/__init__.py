"""Letters of the kind `measures-2019`, typeset from declared facts, so that the right reading is known by construction."""

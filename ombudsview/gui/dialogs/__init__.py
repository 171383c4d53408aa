"""DIALOGS: the few questions that must be answered before the work goes on."""

"""Tests of the officer's corrections."""

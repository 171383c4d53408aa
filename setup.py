"""Adds the resources to the packages that pyproject.toml describes: they lie beside the program, and are installed inside it."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["ombudsview", "ombudsview.*"]), "ombudsview.resources"])

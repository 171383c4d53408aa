"""WHAT IS PRINTED, AND WHERE: a PDF's words with their boxes, and pictures of its pages.

MuPDF runs in a process of its own, which `worker` starts and `frames` talks to; everything else here is frozen values.
"""

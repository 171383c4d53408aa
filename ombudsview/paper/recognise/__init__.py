"""THE TEXT OF A PICTURE: finds the lines on a page's picture and reads them, letter by letter, with their places.

Runs in a process of its own only. The networks are files of the package `rapidocr`, whose code is never run: nothing here can
fetch anything. A page is turned upright and straightened, its lines are found, read and split into words; then whatever ink
no line covers is looked at once more, because a figure that stands alone is what such networks drop.
"""

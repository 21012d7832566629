"""Judge the pictures of leaflets, and make each ready for the screen and for the press.

Type is set around a place that is kept for each picture; the picture itself never goes through Typst's hands there.
What only asks whether there are pictures must not wait for the packages that open them, so nothing is imported here.
"""

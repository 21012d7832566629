"""Write findings out in every format; reporters never decide anything."""
